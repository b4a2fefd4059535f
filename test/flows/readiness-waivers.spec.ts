import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { needsIn, raisedNeed } from '../factories/needs.js';
import { boardPage } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let workerId: string;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  workerId = (await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada', site: 'North' })).id;
});

const waive = (body: object) => {
  const all = { workerId, until: dateInDays(20), note: 'Course is booked', ...body };
  return tenant.admin<Schemas['WaiverView'] & Schemas['Problem']>('POST', '/waivers', all);
};
const requireFirstAid = async (): Promise<string> => (await addRequirement(tenant, { credential: 'First Aid' })).id;
const listed = async (query = ''): Promise<readonly Schemas['WaiverView'][]> =>
  (await tenant.admin<{ items: Schemas['WaiverView'][] }>('GET', `/waivers?${query}`)).body.items;
const inWords = ({ kind, waivedUntil }: Schemas['Reason']): string =>
  waivedUntil === null ? kind : `${kind} waived until ${waivedUntil}`;
const shows = (expected: string[], query = ''): Promise<void> =>
  eventually(async () => {
    const { items } = await boardPage(tenant, query);
    expect(items.flatMap(({ status, reasons }) => [status, ...reasons.map(inWords)])).toEqual(expected);
  });

describe('a waiver', () => {
  it('of a requirement leaves its reason on the board, and does not count it until its last day is over', async () => {
    const requirementId = await requireFirstAid();
    await shows(['not_ready', 'credential_missing']);
    const waiver = { about: 'First Aid', until: dateInDays(20), active: true };
    const createdBy = expect.stringMatching(/^token:/);
    expect(await waive({ requirementId })).toMatchObject({ status: 201, body: { ...waiver, createdBy } });
    await shows(['ready', `credential_missing waived until ${dateInDays(20)}`]);
    await shows(['ready', `credential_missing waived until ${dateInDays(20)}`], `asOf=${dateInDays(20)}`);
    await shows(['not_ready', 'credential_missing'], `asOf=${dateInDays(21)}`);
  });

  it('may be of a credential, or of a need', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'WAH licence', expiresAt: dateInDays(-5) });
    await sendSignal(tenant, { site: 'North', topic: 'Manual handling', severity: 4 });
    await shows(['not_ready', 'credential_expired', 'need']);
    const [need] = await needsIn(tenant);
    const until = `${dateInDays(3)}T12:00:00.000Z`;
    expect((await waive({ needId: need?.id, until })).body).toMatchObject({ about: 'Manual handling', until });
    expect((await waive({ credential: 'wah LICENCE' })).status).toBe(201);
    await shows(['ready', `credential_expired waived until ${dateInDays(20)}`, `need waived until ${until}`]);
  });

  it('is made once, and again when it was ended', async () => {
    const requirementId = await requireFirstAid();
    const { body } = await waive({ requirementId });
    expect(await waive({ requirementId })).toMatchObject(refusal(409, 'already_waived'));
    const both = await Promise.all([waive({ credential: 'First Aid' }), waive({ credential: 'FIRST AID' })]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
    for (const { id } of await listed()) expect((await tenant.admin('DELETE', `/waivers/${id}`)).status).toBe(204);
    await shows(['not_ready', 'credential_missing']);
    expect((await tenant.admin('DELETE', `/waivers/${body.id}`)).status).toBe(204);
    expect((await waive({ requirementId })).status).toBe(201);
    expect(await auditOf(tenant, { action: 'waiver.ended' })).toHaveLength(2);
  });

  it('is over when its requirement is deleted', async () => {
    const requirementId = await requireFirstAid();
    await waive({ requirementId });
    await shows(['ready', `credential_missing waived until ${dateInDays(20)}`]);
    await tenant.admin('DELETE', `/requirements/${requirementId}`);
    await shows(['ready']);
    expect(await listed('active=true')).toEqual([]);
    expect(await listed('active=false')).toMatchObject([{ active: false, about: null }]);
  });

  it('is not made of a requirement that is being deleted', async () => {
    const requirementId = await requireFirstAid();
    await waive({ requirementId });
    const { id: otherId } = await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben' });
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from waiver where tenant_id = $1 for update', [tenant.id]);
      const deleted = tenant.admin('DELETE', `/requirements/${requirementId}`);
      await eventuallyLocked(engine);
      const waived = waive({ workerId: otherId, requirementId });
      await Promise.race([waived, eventuallyLocked(engine, 2)]);
      await tx.query('commit');
      expect((await deleted).status).toBe(204);
      expect(await waived).toMatchObject({ status: 422, body: { errors: [{ field: 'requirementId' }] } });
    });
    expect(await listed('active=true')).toEqual([]);
  });

  it('is listed by worker, the newest first', async () => {
    const first = await waive({ requirementId: await requireFirstAid() });
    const second = await waive({ credential: 'First Aid' });
    await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben' });
    expect((await listed('worker=W-1')).map(({ id }) => id)).toEqual([second.body.id, first.body.id]);
    expect(await listed(`worker=${workerId}&limit=1`)).toHaveLength(1);
    expect(await listed('worker=W-2')).toEqual([]);
  });

  it('ends with its day in the new time zone when the tenant moves', async () => {
    const requirementId = await requireFirstAid();
    await waive({ requirementId });
    expect((await tenant.admin('PUT', '/readiness/policy', { timeZone: 'America/New_York' })).status).toBe(200);
    await shows(['ready', `credential_missing waived until ${dateInDays(20)}`], `asOf=${dateInDays(21)}T03:00:00Z`);
    await shows(['not_ready', 'credential_missing'], `asOf=${dateInDays(21)}T06:00:00Z`);
  });

  it('is not made of the need or the credential of somebody else', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben' });
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'Juggling', expiresAt: dateInDays(-5) });
    await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'Slinging' });
    const { id: needId } = await raisedNeed(tenant, { external_worker_id: 'W-2', topic: 'Rigging' });
    for (const named of [{ needId }, { credential: 'Juggling' }])
      expect((await waive(named)).body.errors).toMatchObject([{ field: Object.keys(named)[0] }]);
  });

  it.each<[object, string, string]>([
    [{}, 'requirementId', 'exactly one'],
    [{ credential: 'First Aid', needId: 'need_1' }, 'needId', 'exactly one'],
    [{ requirementId: 'req_1' }, 'requirementId', 'names no requirement'],
    [{ needId: 'need_1' }, 'needId', 'names no need'],
    [{ credential: 'Juggling' }, 'credential', 'names no credential'],
    [{ credential: 'First Aid', workerId: 'wrk_1' }, 'workerId', 'names no worker'],
    [{ credential: 'First Aid', until: undefined }, 'until', 'is required'],
    [{ credential: 'First Aid', until: null }, 'until', 'must not be null'],
    [{ credential: 'First Aid', until: dateInDays(-1) }, 'until', 'in the future'],
    [{ credential: 'First Aid', until: '9999-12-31' }, 'until', 'in the future'],
    [{ credential: 'First Aid', note: ' ' }, 'note', 'must not be blank'],
  ])('is not made of %j', async (body, field, rule) => {
    await requireFirstAid();
    const errors = expect.arrayContaining([{ field, message: expect.stringContaining(rule) }]);
    expect(await waive(body)).toMatchObject({ status: 422, body: { errors } });
  });
});
