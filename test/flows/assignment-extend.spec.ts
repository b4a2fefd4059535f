import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, offeredNeed } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { DAY_MS } from '#platform/text';
import { dateInDays } from '../factories/days.js';
import { needById } from '../factories/needs.js';
import { boardReasons, factsOnBoard } from '../factories/readiness.js';
import { hire } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Drone Operation';
const ACTOR = 'token:first admin';

let engine: SharedEngine;
let tenant: TestTenant;
let courseId: string;
let ada: string;
let need: string;
let id: string;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  ({ id: courseId } = await publishedCourse(tenant, { title: TOPIC }));
  ada = await hire(tenant, 'Ada');
  need = await offeredNeed(tenant, { external_worker_id: 'Ada', topic: TOPIC, severity: 2 }, { dueAt: dateInDays(3) });
  id = (await assignmentOf(tenant, 'Ada')).id;
});

const act = (event: Parameters<typeof actOn>[2], body?: object, headers?: Record<string, string>) =>
  actOn(tenant, id, event, body, headers);
/** Moves the assignment into the past, as time does. */
async function becomeOverdue(): Promise<void> {
  await engine.database.query(
    `update assignment set due_on = null, due_at = now() - interval '1 day' where tenant_id = $1`,
    [tenant.id],
  );
  // A change of the worker, so that the board reads the assignment again.
  await tenant.admin('PATCH', `/workers/${ada}`, { name: 'Ada L.' });
}

describe('an assignment whose due date an admin changes', () => {
  it('is due at the end of that day, or at that instant, and says so in the audit log', async () => {
    const byDay = await act('extend', { dueAt: dateInDays(30) });
    expect(byDay).toMatchObject({ status: 200, body: { id, status: 'assigned', dueAt: dateInDays(30), version: 2 } });
    const byTime = await act('extend', { dueAt: '2098-05-01T08:00:00+02:00' });
    expect(byTime.body).toMatchObject({ dueAt: '2098-05-01T06:00:00.000Z', version: 3 });
    const action = 'assignment.extended';
    expect(await auditOf(tenant, { subject: id })).toEqual([
      { actor: ACTOR, action, before: { dueAt: dateInDays(3) }, after: { dueAt: dateInDays(30) } },
      { actor: ACTOR, action, before: { dueAt: dateInDays(30) }, after: { dueAt: '2098-05-01T06:00:00.000Z' } },
    ]);
  });

  it('stays as it is if it is due then already', async () => {
    const answer = await act('extend', { dueAt: dateInDays(3) });
    expect(answer).toMatchObject({ status: 200, body: { dueAt: dateInDays(3), version: 1 } });
    expect(await auditOf(tenant, { subject: id })).toEqual([]);
  });

  it('may be due today, until the day ends where the tenant is', async () => {
    await tenant.admin('PUT', '/readiness/policy', { timeZone: 'Pacific/Kiritimati' });
    const here = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
    const before = new Date(Date.parse(here) - DAY_MS).toISOString().slice(0, 10);
    expect(await act('extend', { dueAt: here })).toMatchObject({
      status: 200,
      body: { dueAt: here, overdue: false },
    });
    expect(await act('extend', { dueAt: before })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'dueAt' }] },
    });
  });

  it('is overdue on the board no longer, and the need shows the new date as its progress', async () => {
    await becomeOverdue();
    await eventually(async () =>
      expect((await factsOnBoard(tenant, ada)).facts).toEqual(['assignment_overdue', 'need']),
    );
    await act('extend', { dueAt: dateInDays(9) });
    await eventually(async () =>
      expect(await factsOnBoard(tenant, ada)).toEqual({ facts: ['need'], dueAt: dateInDays(9) }),
    );
    // The need keeps the due date of its offer.
    expect(await needById(tenant, need)).toMatchObject({ status: 'offered', dueAt: dateInDays(3) });
  });

  it('is overdue on the board under the present title of its course', async () => {
    await becomeOverdue();
    const overdue = async (): Promise<string> => (await boardReasons(tenant, 'kind=assignment_overdue')).join();
    await eventually(async () => expect(await overdue()).toContain('Drone Operation was due on'));
    await tenant.api.changeCourse({ path: { id: courseId }, body: { title: 'Flying Drones' } });
    await eventually(async () => expect(await overdue()).toContain('Flying Drones was due on'));
  });

  it('closes its need when it is completed, as before', async () => {
    await act('extend', { dueAt: dateInDays(30) });
    await act('complete');
    expect(await needById(tenant, need)).toMatchObject({ status: 'completed' });
  });

  it.each([
    {},
    { dueAt: null },
    { dueAt: '2020-01-01' },
    { dueAt: '2020-01-01T00:00:00Z' },
    { dueAt: 'soon' },
    { dueAt: '9999-12-31T23:59:59-11:00' },
  ])('is not without a date in the future: %j', async (body) => {
    expect(await act('extend', body)).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ field: 'dueAt' }] },
    });
  });

  it.each([
    ['completed', 'complete'],
    ['cancelled', 'cancel'],
  ] as const)('is not where it is %s', async (status, event) => {
    await act(event);
    expect(await act('extend', { dueAt: dateInDays(9) })).toMatchObject({
      status: 409,
      body: { code: `assignment_${status}` },
    });
  });

  it('is not by somebody who has read another version', async () => {
    const dueAt = dateInDays(9);
    const answers = await Promise.all(
      [1, 2, 3].map((day) => act('extend', { dueAt: dateInDays(9 + day) }, { 'if-match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    expect(await act('extend', { dueAt }, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
  });
});
