import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { ids } from '#platform/database';
import { auditOf } from '../factories/audit.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { directoryChanges } from '../harness/directory-changes.js';
import { expectStale } from '../harness/expect-refused.js';
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

const JORDAN = {
  externalWorkerId: 'W-1',
  email: 'Jordan@Acme.com',
  learnerId: 'L-1',
  name: ' Jordan Blake ',
  site: 'Site A',
  role: 'Rigger',
  groups: ['Night', 'Crew'],
  active: true,
};

describe('workers', () => {
  describe('that are changed', () => {
    it.each(['PATCH', 'PUT'])('change by %s in the given fields', async (method) => {
      const created = await addWorker(tenant, JORDAN);
      const change = { site: 'Site B', role: null, groups: ['Night', 'Day'], active: false };
      const { status, body, headers } = await tenant.admin<Schemas['WorkerView']>(
        method,
        `/workers/${created.id}`,
        change,
        {
          'if-match': '"1"',
        },
      );
      expect(status).toBe(200);
      expect(body).toEqual({
        ...created,
        ...change,
        groups: ['Day', 'Night'],
        version: 2,
        updatedAt: expect.any(String),
      });
      expect(headers.get('etag')).toBe('"2"');
      expect((await tenant.admin('GET', `/workers/${created.id}`)).body).toEqual(body);
    });

    it('stay unchanged if the body has the same values', async () => {
      const created = await addWorker(tenant, JORDAN);
      expect((await tenant.admin('PATCH', `/workers/${created.id}`, { ...JORDAN, site: 'site a' })).body).toEqual(
        created,
      );
      expect(published).toHaveLength(1);
    });

    it('may lose keys, but not the last one', async () => {
      const created = await addWorker(tenant, { externalWorkerId: 'W-1', email: 'w@acme.com' });
      expect(await tenant.admin('PATCH', `/workers/${created.id}`, { externalWorkerId: null })).toMatchObject({
        status: 200,
        body: { externalWorkerId: null },
      });
      expect(await tenant.admin('PATCH', `/workers/${created.id}`, { email: '' })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'externalWorkerId' }] },
      });
      expect((await tenant.admin('GET', `/workers/${created.id}`)).body).toMatchObject({ email: 'w@acme.com' });
    });

    it('refuse a stale version', async () => {
      const { id } = await addWorker(tenant, JORDAN);
      await tenant.admin('PATCH', `/workers/${id}`, { name: 'Second' });
      await expectStale(tenant, `/workers/${id}`, [
        ['PATCH', { name: 'Third' }],
        ['PUT', { name: 'Third' }],
        ['DELETE'],
      ]);
      expect((await tenant.admin('GET', `/workers/${id}`)).body).toMatchObject({ name: 'Second' });
    });

    it.each([{ name: null }, { name: '' }, { groups: null }, { active: null }, { email: 'x' }, { version: 3 }])(
      'are refused with %j',
      async (body) => {
        const { id } = await addWorker(tenant, JORDAN);
        expect(await tenant.admin('PATCH', `/workers/${id}`, body)).toMatchObject({
          status: 422,
          body: { code: 'invalid' },
        });
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
    await engine.database.query('insert into need_person (tenant_id, need_id, worker_id) values ($1, $2, $2)', [
      tenant.id,
      uuid,
    ]);
    expect(await tenant.admin('DELETE', `/workers/${id}`)).toMatchObject({ status: 204, body: null });
    expect((await tenant.admin('GET', `/workers/${id}`)).status).toBe(404);
    expect(
      await engine.database.query('select worker_id from worker_group_member where tenant_id = $1', [tenant.id]),
    ).toEqual([]);
    expect(await engine.database.query('select worker_id from need_person where tenant_id = $1', [tenant.id])).toEqual(
      [],
    );
    expect(await engine.database.query('select need.status from need where tenant_id = $1', [tenant.id])).toEqual([
      { status: 'resolved' },
    ]);
    expect((await addWorker(tenant, JORDAN)).id).not.toBe(id);
  });

  it('are published with their old and new sites', async () => {
    const { id } = await addWorker(tenant, JORDAN);
    await tenant.admin('PATCH', `/workers/${id}`, { site: 'Site B' });
    await tenant.admin('PATCH', `/workers/${id}`, { site: null });
    await tenant.admin('PATCH', `/workers/${id}`, { site: 'Site C' });
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

  it('are in the audit log', async () => {
    const { id } = await addWorker(tenant, { name: 'W', externalWorkerId: 'W-1', site: 'Site A' });
    await tenant.admin('PATCH', `/workers/${id}`, { site: 'Site B', groups: ['Crew'], externalWorkerId: 'W-1' });
    await tenant.admin('DELETE', `/workers/${id}`);
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
      { action: 'worker.created', actor: 'token:first admin', before: null, after: first },
      {
        action: 'worker.changed',
        actor: 'token:first admin',
        before: { site: 'Site A', groups: [] },
        after: { site: 'Site B', groups: ['Crew'] },
      },
      {
        action: 'worker.deleted',
        actor: 'token:first admin',
        before: { ...first, site: 'Site B', groups: ['Crew'] },
        after: null,
      },
    ]);
  });
});
