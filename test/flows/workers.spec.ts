import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DirectoryChange, DirectoryChanges, type UpsertResult, type WorkerFields, WorkerUpsert } from '#directory';
import { Database, ids } from '#platform/database';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

interface WorkerView {
  readonly id: string;
  readonly name: string;
  readonly site: string | null;
  readonly version: number;
  readonly createdAt: string;
}

interface WorkerPage {
  readonly items: readonly WorkerView[];
  readonly nextCursor: string | null;
}

interface Problem {
  readonly code: string;
  readonly errors: ReadonlyArray<{ field: string }>;
}

let engine: TestEngine;
let tenant: TestTenant;
let published: Array<DirectoryChange & { tenantId: string }>;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  engine.app
    .get(DirectoryChanges, { strict: false })
    .subscribe((tx, change) => Promise.resolve(void published.push({ ...change, tenantId: tx.tenantId })));
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  published = [];
});
afterAll(() => engine.close());

const create = async (body: object): Promise<WorkerView> =>
  (await tenant.admin<WorkerView>('POST', '/workers', { name: 'W', ...body })).body;
const names = async (query: string): Promise<string[]> =>
  (await tenant.admin<WorkerPage>('GET', `/workers?${query}`)).body.items.map(({ name }) => name);
const ofTenant = async <Row extends object>(sql: string): Promise<Row[]> =>
  engine.database.query<Row & Record<string, unknown>>(sql, [tenant.slug]);
const tenantId = async (): Promise<string> =>
  (await ofTenant<{ id: string }>('select id from tenant where slug = $1'))[0]?.id ?? '';

describe('workers', () => {
  const jordan = {
    externalWorkerId: 'W-1',
    email: 'Jordan@Acme.com',
    learnerId: 'L-1',
    name: ' Jordan Blake ',
    site: 'Site A',
    role: 'Rigger',
    groups: ['Night', 'Crew'],
    active: true,
  };

  describe('that are created', () => {
    it('have all fields, with a new site and new groups', async () => {
      const { status, body, headers } = await tenant.admin<WorkerView>('POST', '/workers', jordan);
      expect(status).toBe(201);
      expect(body).toEqual({
        ...jordan,
        id: expect.stringMatching(/^wrk_[0-9a-z]{26}$/),
        email: 'jordan@acme.com',
        name: 'Jordan Blake',
        groups: ['Crew', 'Night'],
        version: 1,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        updatedAt: body.createdAt,
      });
      expect(headers.get('etag')).toBe('"1"');
      expect(await tenant.admin('GET', `/workers/${body.id}`)).toMatchObject({ status: 200, body });
      expect((await tenant.admin('GET', '/sites')).body).toMatchObject({ items: [{ name: 'Site A', workers: 1 }] });
      expect((await tenant.admin('GET', '/groups')).body).toMatchObject({
        items: [{ name: 'Crew' }, { name: 'Night' }],
      });
    });

    it.each(['externalWorkerId', 'email', 'learnerId'])('may have %s as their only key', async (key) => {
      const body = { name: 'W', [key]: 'w@acme.com', role: '' };
      expect(await tenant.admin('POST', '/workers', body)).toMatchObject({
        status: 201,
        body: { ...body, role: null, site: null, groups: [], active: true },
      });
    });

    it('use the existing site and groups with the same name in another case or spacing', async () => {
      await create(jordan);
      expect(await create({ learnerId: 'L-2', site: ' SITE  a', groups: ['crew', 'CREW'] })).toMatchObject({
        site: 'Site A',
        groups: ['Crew'],
      });
    });

    it.each<[string, object, string[]]>([
      ['no name', { name: undefined }, ['name']],
      ['a blank name', { name: ' ' }, ['name']],
      ['a long name', { name: 'x'.repeat(201) }, ['name']],
      ['a NUL', { name: 'a\0' }, ['name']],
      ['no key', { externalWorkerId: undefined }, ['externalWorkerId']],
      ['blank keys', { externalWorkerId: ' ', email: '', learnerId: null }, ['externalWorkerId']],
      [
        'keys that are no text',
        { externalWorkerId: 1, email: 2, learnerId: 3 },
        ['email', 'externalWorkerId', 'learnerId'],
      ],
      [
        'long keys',
        { externalWorkerId: 'x'.repeat(256), learnerId: 'x'.repeat(256) },
        ['externalWorkerId', 'learnerId'],
      ],
      ['an e-mail address that is none', { email: 'jordan' }, ['email']],
      ['a long site and role', { site: 'x'.repeat(256), role: 'x'.repeat(201) }, ['role', 'site']],
      ['groups that are no list', { groups: 'Crew' }, ['groups']],
      ['groups that are no texts', { groups: [1] }, ['groups']],
      ['a blank group', { groups: [' '] }, ['groups']],
      ['51 groups', { groups: Array.from({ length: 51 }, (_, index) => `g${index}`) }, ['groups']],
      ['active that is no boolean', { active: 'yes' }, ['active']],
      ['unknown fields', { id: '1', version: 2 }, ['id', 'version']],
    ])('are refused with %s', async (_what, body, fields) => {
      const answer = await tenant.admin<Problem>('POST', '/workers', { name: 'W', externalWorkerId: 'W-1', ...body });
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect([...new Set(answer.body.errors.map(({ field }) => field))].toSorted()).toEqual(fields);
    });

    it.each([{ externalWorkerId: 'W-1' }, { email: 'JORDAN@acme.com' }, { learnerId: 'L-1' }])(
      'are refused with the key %j of another one',
      async (key) => {
        await create(jordan);
        const taken = {
          status: 409,
          body: { code: 'key_taken', errors: [{ field: Object.keys(key)[0], message: 'belongs to another worker' }] },
        };
        expect(await tenant.admin('POST', '/workers', { name: 'W', ...key })).toMatchObject(taken);
        const other = await create({ externalWorkerId: 'W-2' });
        expect(await tenant.admin('PATCH', `/workers/${other.id}`, key)).toMatchObject(taken);
        expect(await names('')).toEqual(['Jordan Blake', 'W']);
      },
    );

    it('are unique if two requests arrive at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          tenant.admin('POST', '/workers', { name: 'W', email: 'same@acme.com', site: 'New', groups: ['New'] }),
        ),
      );
      expect([201, 409].map((wanted) => answers.filter(({ status }) => status === wanted).length)).toEqual([1, 7]);
    });
  });

  describe('in a list', () => {
    it('are sorted oldest first, page by page', async () => {
      for (const name of ['one', 'two', 'three']) await create({ name, externalWorkerId: name });
      const first = await tenant.admin<WorkerPage>('GET', '/workers?limit=2');
      expect(first.body.items.map(({ name }) => name)).toEqual(['one', 'two']);
      const second = await tenant.admin<WorkerPage>('GET', `/workers?limit=2&cursor=${first.body.nextCursor}`);
      expect(second.body).toMatchObject({ items: [{ name: 'three' }], nextCursor: null });
    });

    it('are filtered by site, group, whether active, and part of a name or key', async () => {
      await create(jordan);
      await create({ name: 'Kim 50%', email: 'kim@other.org', site: 'Site B', groups: ['Crew'] });
      await create({ name: 'Left', externalWorkerId: 'X-9', site: 'Site A', active: false });
      expect(await names('site=site%20A')).toEqual(['Jordan Blake', 'Left']);
      expect(await names('site=Site%20A&active=true')).toEqual(['Jordan Blake']);
      expect(await names('active=false')).toEqual(['Left']);
      expect(await names('group=CREW')).toEqual(['Jordan Blake', 'Kim 50%']);
      expect(await names('group=night')).toEqual(['Jordan Blake']);
      expect(await names('q=BLAKE')).toEqual(['Jordan Blake']);
      expect(await names('q=other.org')).toEqual(['Kim 50%']);
      expect(await names('q=x-9')).toEqual(['Left']);
      expect(await names('q=%25')).toEqual(['Kim 50%']);
      expect(await names('site=nowhere')).toEqual([]);
    });

    it.each([
      'active=yes',
      'limit=x',
      'cursor=nonsense',
      `cursor=${Buffer.from('["x"]').toString('base64url')}`,
      'site=%00',
      'name=x',
    ])('cannot be filtered by %s', async (query) => {
      expect(await tenant.admin('GET', `/workers?${query}`)).toMatchObject({ status: 422, body: { code: 'invalid' } });
    });
  });

  describe('that are changed', () => {
    it.each(['PATCH', 'PUT'])('change by %s in the given fields', async (method) => {
      const worker = await create(jordan);
      const change = { site: 'Site B', role: null, groups: ['Night', 'Day'], active: false };
      const { status, body, headers } = await tenant.admin<WorkerView>(method, `/workers/${worker.id}`, change, {
        'if-match': '"1"',
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        ...worker,
        ...change,
        groups: ['Day', 'Night'],
        version: 2,
        updatedAt: expect.any(String),
      });
      expect(headers.get('etag')).toBe('"2"');
      expect((await tenant.admin('GET', `/workers/${worker.id}`)).body).toEqual(body);
    });

    it('stay unchanged if the body has the same values', async () => {
      const worker = await create(jordan);
      expect((await tenant.admin('PATCH', `/workers/${worker.id}`, { ...jordan, site: 'site a' })).body).toEqual(
        worker,
      );
      expect(published).toHaveLength(1);
    });

    it('may lose keys, but not the last one', async () => {
      const worker = await create({ externalWorkerId: 'W-1', email: 'w@acme.com' });
      expect(await tenant.admin('PATCH', `/workers/${worker.id}`, { externalWorkerId: null })).toMatchObject({
        status: 200,
        body: { externalWorkerId: null },
      });
      expect(await tenant.admin('PATCH', `/workers/${worker.id}`, { email: '' })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'externalWorkerId' }] },
      });
      expect((await tenant.admin('GET', `/workers/${worker.id}`)).body).toMatchObject({ email: 'w@acme.com' });
    });

    it('refuse a stale version', async () => {
      const { id } = await create(jordan);
      await tenant.admin('PATCH', `/workers/${id}`, { name: 'Second' });
      for (const [method, body] of [['PATCH', { name: 'Third' }], ['PUT', { name: 'Third' }], ['DELETE']] as const) {
        expect(await tenant.admin(method, `/workers/${id}`, body, { 'if-match': '"1"' })).toMatchObject({
          status: 412,
          body: { code: 'stale' },
        });
      }
      expect((await tenant.admin('GET', `/workers/${id}`)).body).toMatchObject({ name: 'Second' });
    });

    it.each([{ name: null }, { name: '' }, { groups: null }, { active: null }, { email: 'x' }, { version: 3 }])(
      'are refused with %j',
      async (body) => {
        const { id } = await create(jordan);
        expect(await tenant.admin('PATCH', `/workers/${id}`, body)).toMatchObject({
          status: 422,
          body: { code: 'invalid' },
        });
      },
    );
  });

  it('are deleted from their groups and from the needs that reached them', async () => {
    const { id } = await create(jordan);
    const [tenantUuid, uuid] = [await tenantId(), ids.parse('wrk', id)];
    await engine.database.query(
      `insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, worker_id, first_seen_at, last_seen_at, resolved_at)
       values ($1, $2, 'k', 'incident', 2, 'worker', $3, now(), now(), now())`,
      [tenantUuid, uuid, uuid],
    );
    await engine.database.query('insert into need_person (tenant_id, need_id, worker_id) values ($1, $2, $2)', [
      tenantUuid,
      uuid,
    ]);
    expect(await tenant.admin('DELETE', `/workers/${id}`)).toMatchObject({ status: 204, body: null });
    expect((await tenant.admin('GET', `/workers/${id}`)).status).toBe(404);
    expect(
      await ofTenant('select worker_id from worker_group_member join tenant on tenant.id = tenant_id where slug = $1'),
    ).toEqual([]);
    expect(
      await ofTenant('select worker_id from need_person join tenant on tenant.id = tenant_id where slug = $1'),
    ).toEqual([]);
    expect(await ofTenant('select need.status from need join tenant on tenant.id = tenant_id where slug = $1')).toEqual(
      [{ status: 'resolved' }],
    );
    expect((await create({ ...jordan })).id).not.toBe(id);
  });

  it('are published with their old and new sites', async () => {
    const { id } = await create(jordan);
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
    const { id } = await create({ externalWorkerId: 'W-1', site: 'Site A' });
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
    expect(
      await ofTenant(
        `select action, actor, before, after from audit_entry join tenant on tenant.id = tenant_id where slug = $1 and subject_kind = 'worker' order by audit_entry.id`,
      ),
    ).toEqual([
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

  it('are read by viewers and written by admins', async () => {
    const { id } = await create(jordan);
    const response = await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, {
      role: 'author',
      name: 'author',
    });
    const { token } = (await response.json()) as { token: string };
    const author = { authorization: `Bearer ${token}` };
    expect((await tenant.admin('GET', '/workers', undefined, author)).status).toBe(200);
    expect((await tenant.admin('GET', `/workers/${id}`, undefined, author)).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '', jordan],
      ['PATCH', `/${id}`, {}],
      ['PUT', `/${id}`, {}],
      ['DELETE', `/${id}`],
    ] as const) {
      expect((await tenant.admin(method, `/workers${path}`, body, author)).status).toBe(403);
    }
  });

  it('are visible in their own tenant only', async () => {
    const { id } = await create(jordan);
    const other = await engine.createTenant();
    expect((await other.admin('GET', '/workers')).body).toEqual({ items: [], nextCursor: null });
    expect((await other.admin('GET', '/workers?site=Site%20A')).body).toEqual({ items: [], nextCursor: null });
    for (const unknown of [id, 'wrk_01jd00000000000000000000zz', 'garbage', 'crs_01jd00000000000000000000zz']) {
      for (const [method, body] of [
        ['GET'],
        ['PATCH', { name: 'Theirs' }],
        ['PUT', { name: 'Theirs' }],
        ['DELETE'],
      ] as const) {
        expect(await other.admin(method, `/workers/${unknown}`, body)).toMatchObject({
          status: 404,
          body: { code: 'not_found' },
        });
      }
    }
    expect(await other.admin('POST', '/workers', jordan)).toMatchObject({ status: 201, body: { site: 'Site A' } });
    expect((await tenant.admin('GET', `/workers/${id}`)).body).toMatchObject({ name: 'Jordan Blake', version: 1 });
  });
});

describe('a set of workers', () => {
  const upsert = async (rows: readonly WorkerFields[]): Promise<UpsertResult[]> => {
    const tenantUuid = await tenantId();
    return engine.app
      .get(Database)
      .asTenant(tenantUuid, (tx) => engine.app.get(WorkerUpsert, { strict: false }).upsertWorkers(tx, rows));
  };
  const told = (outcomes: readonly UpsertResult[]): string[] => outcomes.map(({ outcome }) => outcome);

  it('is created, updated or unchanged by one call, which publishes once', async () => {
    await create({ externalWorkerId: 'W-1', name: 'One', site: 'Site A', groups: ['Crew', 'Night'] });
    const same = await create({ externalWorkerId: 'W-2', name: 'Two', email: 'two@acme.com' });
    published = [];
    const outcomes = await upsert([
      { externalWorkerId: 'W-1', site: 'Site B', groups: ['Night', 'Day'] },
      { externalWorkerId: 'W-2', name: 'Two', email: 'TWO@acme.com' },
      { externalWorkerId: 'W-3', name: 'Three', email: 'Three@acme.com', site: 'site b', groups: ['day'] },
      { externalWorkerId: 'W-4', name: 'Four', email: 'two@acme.com' },
    ]);
    expect(told(outcomes)).toEqual(['updated', 'unchanged', 'created', 'refused']);
    expect(outcomes[3]).toEqual({
      outcome: 'refused',
      workerId: null,
      errors: [{ field: 'email', message: 'belongs to another worker' }],
    });
    expect((await tenant.admin('GET', '/workers')).body).toMatchObject({
      items: [
        { name: 'One', site: 'Site B', groups: ['Day', 'Night'], version: 2 },
        same,
        {
          externalWorkerId: 'W-3',
          name: 'Three',
          email: 'three@acme.com',
          site: 'Site B',
          groups: ['Day'],
          version: 1,
        },
      ],
    });
    expect(published).toEqual([
      {
        tenantId: await tenantId(),
        workerIds: [outcomes[0]?.workerId],
        addedIds: [outcomes[2]?.workerId],
        siteKeys: ['site a', 'site b'],
        leaverIds: [],
      },
    ]);
  });

  it('may pass keys from one worker to another', async () => {
    await create({ externalWorkerId: 'W-1', email: 'a@acme.com' });
    await create({ externalWorkerId: 'W-2', email: 'b@acme.com' });
    const rows = [
      { externalWorkerId: 'W-1', email: 'x@acme.com' },
      { externalWorkerId: 'W-2', email: 'a@acme.com' },
      { externalWorkerId: 'W-1', email: 'b@acme.com' },
    ];
    expect(told(await upsert(rows))).toEqual(['updated', 'updated', 'updated']);
    expect((await tenant.admin('GET', '/workers')).body).toMatchObject({
      items: [
        { externalWorkerId: 'W-1', email: 'b@acme.com', version: 2 },
        { externalWorkerId: 'W-2', email: 'a@acme.com', version: 2 },
      ],
    });
  });

  it('of five thousand takes seconds, not minutes', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      externalWorkerId: `W-${index}`,
      email: `w${index}@acme.com`,
      learnerId: `L-${index}`,
      name: `Worker ${index}`,
      site: `Site ${index % 40}`,
      groups: [`G ${index % 7}`, `H ${index % 90}`],
    }));
    const began = performance.now();
    expect(new Set(told(await upsert(rows)))).toEqual(new Set(['created']));
    expect(new Set(told(await upsert(rows)))).toEqual(new Set(['unchanged']));
    expect(new Set(told(await upsert(rows.map((row) => ({ ...row, role: 'Rigger', groups: ['New'] })))))).toEqual(
      new Set(['updated']),
    );
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(
      await ofTenant(
        'select count(*)::int as members from worker_group_member join tenant on tenant.id = tenant_id where slug = $1',
      ),
    ).toEqual([{ members: 5_000 }]);
  });
});
