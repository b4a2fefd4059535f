import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { ids } from '#platform/database';
import { auditOf } from '../factories/audit.js';
import { JORDAN, addWorker, changeWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { directoryChanges } from '../harness/directory-changes.js';
import { expectStale, refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;
let published: ReturnType<typeof directoryChanges>;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  published = directoryChanges(engine);
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  published.length = 0;
});
afterAll(() => engine.close());

const patch = (id: string, body: object) => tenant.admin('PATCH', `/workers/${id}`, body);
const workerById = (id: string): Promise<Schemas['WorkerView']> => tenant.api.getWorker({ path: { id } });

describe('workers', () => {
  describe('that are changed', () => {
    it.each(['PATCH', 'PUT'])('change by %s in the given fields', async (method) => {
      const created = await addWorker(tenant, JORDAN);
      const change = { site: 'Site B', role: null, groups: ['Night', 'Day'], active: false };
      const asCreated = { 'if-match': '"1"' };
      const { status, body, headers } = await tenant.admin(method, `/workers/${created.id}`, change, asCreated);
      expect(status).toBe(200);
      expect(body).toEqual({
        ...created,
        ...change,
        groups: ['Day', 'Night'],
        version: 2,
        updatedAt: expect.any(String),
      });
      expect(headers.get('etag')).toBe('"2"');
      expect(await workerById(created.id)).toEqual(body);
    });

    it('stay unchanged if the body has the same values', async () => {
      const created = await addWorker(tenant, JORDAN);
      expect((await patch(created.id, { ...JORDAN, site: 'site a' })).body).toEqual(created);
      expect(published).toHaveLength(1);
    });

    it('may lose keys, but not the last one', async () => {
      const { id } = await addWorker(tenant, { externalWorkerId: 'W-1', email: 'w@acme.com' });
      const withoutKey = { externalWorkerId: null };
      expect(await patch(id, withoutKey)).toMatchObject({ status: 200, body: withoutKey });
      const errors = [{ field: 'externalWorkerId' }];
      expect(await patch(id, { email: '' })).toMatchObject(refusal(422, 'invalid', { errors }));
      expect(await workerById(id)).toMatchObject({ email: 'w@acme.com' });
    });

    it('refuse a stale version', async () => {
      const { id } = await addWorker(tenant, JORDAN);
      await changeWorker(tenant, id, { name: 'Second' });
      const name = 'Third';
      await expectStale(tenant, `/workers/${id}`, [['PATCH', { name }], ['PUT', { name }], ['DELETE']]);
      expect(await workerById(id)).toMatchObject({ name: 'Second' });
    });

    it.each([{ name: null }, { name: '' }, { groups: null }, { active: null }, { email: 'x' }, { version: 3 }])(
      'are refused with %j',
      async (body) => {
        const { id } = await addWorker(tenant, JORDAN);
        expect(await patch(id, body)).toMatchObject(refusal(422, 'invalid'));
      },
    );
  });

  it('are deleted from their groups and from the needs that reached them', async () => {
    const { id } = await addWorker(tenant, JORDAN);
    const uuid = ids.parse('wrk', id);
    await engine.database.query(
      `insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, worker_id, first_seen_at,
          last_seen_at, resolved_at)
       values ($1, $2, 'k', 'incident', 2, 'worker', $3, now(), now(), now())`,
      [tenant.id, uuid, uuid],
    );
    const reached = 'insert into need_person (tenant_id, need_id, worker_id) values ($1, $2, $2)';
    await engine.database.query(reached, [tenant.id, uuid]);
    expect(await tenant.admin('DELETE', `/workers/${id}`)).toMatchObject({ status: 204, body: null });
    expect((await tenant.admin('GET', `/workers/${id}`)).status).toBe(404);
    const rowsOf = (from: string) => engine.database.query(`${from} where tenant_id = $1`, [tenant.id]);
    expect(await rowsOf('select from worker_group_member')).toEqual([]);
    expect(await rowsOf('select from need_person')).toEqual([]);
    expect(await rowsOf('select status from need')).toEqual([{ status: 'resolved' }]);
    expect((await addWorker(tenant, JORDAN)).id).not.toBe(id);
  });

  it('are published with their old and new sites', async () => {
    const { id } = await addWorker(tenant, JORDAN);
    for (const site of ['Site B', null, 'Site C']) await changeWorker(tenant, id, { site });
    await tenant.admin('DELETE', `/workers/${id}`);
    const workerIds = [ids.parse('wrk', id)];
    expect(published.map(({ siteKeys }) => siteKeys)).toEqual([
      ['site a'],
      ['site a', 'site b'],
      ['site b'],
      ['site c'],
      ['site c'],
    ]);
    expect(published.map(({ leaverIds }) => leaverIds)).toEqual([[], [], [], [], workerIds]);
    expect(published.map((change) => [change.workerIds, change.addedIds ?? []])).toEqual([
      [[], workerIds],
      ...Array.from({ length: 4 }, () => [workerIds, []]),
    ]);
  });

  it('are published without the site if they stay there, or have left before', async () => {
    const { id } = await addWorker(tenant, JORDAN);
    for (const change of [{ name: 'Jo', role: 'Rigger', groups: [] }, { active: false }, { site: 'Site B' }])
      await changeWorker(tenant, id, change);
    await tenant.admin('DELETE', `/workers/${id}`);
    expect(published.map(({ siteKeys }) => siteKeys)).toEqual([['site a'], [], ['site a'], [], []]);
  });

  it('are in the audit log', async () => {
    const { id } = await addWorker(tenant, { name: 'W', externalWorkerId: 'W-1', site: 'Site A' });
    const change = { site: 'Site B', groups: ['Crew'] };
    await changeWorker(tenant, id, { ...change, externalWorkerId: 'W-1' });
    await tenant.admin('DELETE', `/workers/${id}`);
    const actor = 'token:first admin';
    const first = {
      externalWorkerId: 'W-1',
      email: null,
      learnerId: null,
      name: 'W',
      site: 'Site A',
      role: null,
      groups: [],
      active: true,
    };
    expect(await auditOf(tenant, { subject: 'worker' })).toEqual([
      { action: 'worker.created', actor, before: null, after: first },
      { action: 'worker.changed', actor, before: { site: 'Site A', groups: [] }, after: change },
      { action: 'worker.deleted', actor, before: { ...first, ...change }, after: null },
    ]);
  });
});
