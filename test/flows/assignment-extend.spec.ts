import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY_MS, dateInDays } from '../factories/days.js';
import { boardReasons } from '../factories/readiness.js';
import { AssigningTenant } from '../harness/assigning-tenant.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

let engine: SharedEngine;
let acme: AssigningTenant;
let ada: string;
let need: string;
let id: string;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  acme = await AssigningTenant.of(await engine.createTenant());
  ada = await acme.hire('Ada');
  need = await acme.offered({ external_worker_id: 'Ada', severity: 2 }, { dueAt: dateInDays(3) });
  id = (await acme.assignmentOf('Ada')).id;
});

/** Moves the assignment into the past, as time does. */
async function becomeOverdue(): Promise<void> {
  await engine.database.query(
    `update assignment set due_on = null, due_at = now() - interval '1 day' where tenant_id = $1`,
    [acme.tenant.id],
  );
  // A change of the worker, so that the board reads the assignment again.
  await acme.tenant.admin('PATCH', `/workers/${ada}`, { name: 'Ada L.' });
}

describe('an assignment whose due date an admin changes', () => {
  it('is due at the end of that day, or at that instant, and says so in the audit log', async () => {
    const byDay = await acme.act(id, 'extend', { dueAt: dateInDays(30) });
    expect(byDay).toMatchObject({ status: 200, body: { id, status: 'assigned', dueAt: dateInDays(30), version: 2 } });
    const byTime = await acme.act(id, 'extend', { dueAt: '2098-05-01T08:00:00+02:00' });
    expect(byTime.body).toMatchObject({ dueAt: '2098-05-01T06:00:00.000Z', version: 3 });
    expect(await acme.auditOf(id)).toEqual([
      {
        action: 'assignment.extended',
        before: { dueAt: dateInDays(30) },
        after: { dueAt: '2098-05-01T06:00:00.000Z' },
      },
      { action: 'assignment.extended', before: { dueAt: dateInDays(3) }, after: { dueAt: dateInDays(30) } },
    ]);
  });

  it('stays as it is if it is due then already', async () => {
    const answer = await acme.act(id, 'extend', { dueAt: dateInDays(3) });
    expect(answer).toMatchObject({ status: 200, body: { dueAt: dateInDays(3), version: 1 } });
    expect(await acme.auditOf(id)).toEqual([]);
  });

  it('may be due today, until the day ends where the tenant is', async () => {
    await acme.tenant.admin('PUT', '/readiness/policy', { timeZone: 'Pacific/Kiritimati' });
    const here = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
    const before = new Date(Date.parse(here) - DAY_MS).toISOString().slice(0, 10);
    expect(await acme.act(id, 'extend', { dueAt: here })).toMatchObject({
      status: 200,
      body: { dueAt: here, overdue: false },
    });
    expect(await acme.act(id, 'extend', { dueAt: before })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'dueAt' }] },
    });
  });

  it('is overdue on the board no longer, and the need shows the new date as its progress', async () => {
    await becomeOverdue();
    await eventually(async () => expect((await acme.boardOf(ada)).facts).toEqual(['assignment_overdue', 'need']));
    await acme.act(id, 'extend', { dueAt: dateInDays(9) });
    await eventually(async () => expect(await acme.boardOf(ada)).toEqual({ facts: ['need'], dueAt: dateInDays(9) }));
    // The need keeps the due date of its offer.
    expect(await acme.need(need)).toMatchObject({ status: 'offered', dueAt: dateInDays(3) });
  });

  it('is overdue on the board under the present title of its course', async () => {
    await becomeOverdue();
    const overdue = async (): Promise<string> => (await boardReasons(acme.tenant, 'kind=assignment_overdue')).join();
    await eventually(async () => expect(await overdue()).toContain('Drone Operation was due on'));
    await acme.tenant.api.changeCourse({ path: { id: acme.courseId }, body: { title: 'Flying Drones' } });
    await eventually(async () => expect(await overdue()).toContain('Flying Drones was due on'));
  });

  it('closes its need when it is completed, as before', async () => {
    await acme.act(id, 'extend', { dueAt: dateInDays(30) });
    await acme.act(id, 'complete');
    expect(await acme.need(need)).toMatchObject({ status: 'completed' });
  });

  it.each([
    {},
    { dueAt: null },
    { dueAt: '2020-01-01' },
    { dueAt: '2020-01-01T00:00:00Z' },
    { dueAt: 'soon' },
    { dueAt: '9999-12-31T23:59:59-11:00' },
  ])('is not without a date in the future: %j', async (body) => {
    expect(await acme.act(id, 'extend', body)).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ field: 'dueAt' }] },
    });
  });

  it.each([
    ['completed', 'complete'],
    ['cancelled', 'cancel'],
  ])('is not where it is %s', async (status, event) => {
    await acme.act(id, event);
    expect(await acme.act(id, 'extend', { dueAt: dateInDays(9) })).toMatchObject({
      status: 409,
      body: { code: `assignment_${status}` },
    });
  });

  it('is not by somebody who has read another version', async () => {
    const dueAt = dateInDays(9);
    const answers = await Promise.all(
      [1, 2, 3].map((day) => acme.act(id, 'extend', { dueAt: dateInDays(9 + day) }, { 'if-match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    expect(await acme.act(id, 'extend', { dueAt }, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
  });
});
