import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { type TestTenant, tenantOf } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

interface Shown {
  readonly id: string;
}

let engine: TestEngine;
/** Another process of the api, on the same database. */
let other: TestEngine;
let tenant: TestTenant;
let key: string;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  other = await startEngine({ on: engine, worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  key = randomUUID();
});
afterAll(async () => {
  await other.close();
  await engine.close();
});

type Sent = ReturnType<TestTenant['admin']>;
const send = <T = Shown>(method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  tenant.admin<T>(method, path, body, { 'idempotency-key': key, ...headers });
const elsewhere = (method: string, path: string, body?: object): Sent =>
  tenantOf(other.url, tenant.slug, tenant).admin(method, path, body, { 'idempotency-key': key });
const addCourse = (title = 'Rigging') => send('POST', '/courses', { title });
const courses = async (): Promise<number> =>
  (await tenant.admin<{ items: Shown[] }>('GET', '/courses')).body.items.length;
const stored = (sql: string): Promise<object[]> =>
  engine.database.query(sql.replace('$tenant', '(select id from tenant where slug = $1)'), [tenant.slug]);

const IN_FLIGHT = { status: 409, body: { code: 'idempotency_key_in_flight' } };
const REUSED = { status: 422, body: { code: 'idempotency_key_reused', errors: [{ field: 'Idempotency-Key' }] } };

/** While it runs, no course is written. */
const whileCoursesAreHeld = (work: (release: () => Promise<unknown>) => Promise<void>): Promise<void> =>
  engine.database.inTransaction(async (tx) => {
    await tx.query('lock table course in share mode');
    await work(() => tx.query('commit'));
  });

const claimed = () =>
  eventually(async () => expect(await stored('select from idempotency_key where tenant_id = $tenant')).toHaveLength(1));

describe('a call that is repeated with its Idempotency-Key', () => {
  it('is executed once and has the same response, in any process', async () => {
    const first = await addCourse();
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    for (const again of [
      await addCourse(),
      await elsewhere('POST', '/courses', { title: 'Rigging' }),
      await send('POST', '/courses', { title: 'Rigging' }, { 'idempotency-key': `"${key}"` }),
    ]) {
      expect(again).toMatchObject({ status: 201, body: first.body });
      expect(again.headers.get('etag')).toBe('"1"');
      expect(again.headers.get('idempotent-replayed')).toBe('true');
    }
    expect(await courses()).toBe(1);
    expect(
      await stored(`select from audit_entry where tenant_id = $tenant and action = 'course.created'`),
    ).toHaveLength(1);
  });

  it('has its first response, whatever the resource is now', async () => {
    const {
      body: { id },
    } = await tenant.admin<Shown>('POST', '/courses', { title: 'Rigging' });
    const changed = await send('PATCH', `/courses/${id}`, { title: 'Slinging' }, { 'if-match': '"1"' });
    await tenant.admin('PATCH', `/courses/${id}`, { title: 'Hoisting' });
    const again = await send('PATCH', `/courses/${id}`, { title: 'Slinging' }, { 'if-match': '"1"' });
    expect(again).toMatchObject({ status: 200, body: changed.body });
    expect(again.headers.get('etag')).toBe('"2"');
    key = randomUUID();
    for (const replayed of [null, 'true']) {
      const removed = await send<null>('DELETE', `/courses/${id}`);
      expect(removed).toMatchObject({ status: 204, body: null });
      expect(removed.headers.get('idempotent-replayed')).toBe(replayed);
    }
  });

  it('is refused if it is another call', async () => {
    const {
      body: { id },
    } = await addCourse();
    for (const [method, path, body] of [
      ['POST', '/courses', { title: 'Slinging' }],
      ['POST', '/courses?x=1', { title: 'Rigging' }],
      ['PATCH', `/courses/${id}`, { title: 'Rigging' }],
      ['DELETE', `/courses/${id}`],
    ] as const) {
      expect(await send(method, path, body)).toMatchObject(REUSED);
    }
    expect(await courses()).toBe(1);
  });

  it('is a different one if another token or another tenant sends it', async () => {
    await addCourse();
    const token = await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, { role: 'author', name: 'second' });
    const { token: second } = (await token.json()) as { token: string };
    expect(
      (await send('POST', '/courses', { title: 'Rigging' }, { authorization: `Bearer ${second}` })).headers.get(
        'idempotent-replayed',
      ),
    ).toBeNull();
    expect(await courses()).toBe(2);
    tenant = await engine.createTenant();
    expect((await addCourse('Slinging')).status).toBe(201);
  });

  it('ignores the key if it only reads', async () => {
    for (let times = 0; times < 2; times++)
      expect((await send('GET', '/courses')).headers.get('idempotent-replayed')).toBeNull();
    expect(await stored('select from idempotency_key where tenant_id = $tenant')).toEqual([]);
  });

  it('is executed again after a refusal or a failure, which changed nothing', async () => {
    expect((await addCourse('')).status).toBe(422);
    await engine.database.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise 'planted';
        end $$; create trigger planted before insert on course for each row execute function fail()`,
    );
    expect((await addCourse()).status).toBe(500);
    await engine.database.query('drop trigger planted on course; drop function fail');
    expect((await addCourse()).status).toBe(201);
    expect(await courses()).toBe(1);
  });

  it('is executed once if many are sent at the same time to several processes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 2 === 0 ? addCourse() : elsewhere('POST', '/courses', { title: 'Rigging' }),
      ),
    );
    expect(
      answers.filter(({ status, headers }) => status === 201 && headers.get('idempotent-replayed') === null),
    ).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    expect(await courses()).toBe(1);
  });

  it('waits for its turn while the first one is running', async () => {
    await whileCoursesAreHeld(async (release) => {
      const first = addCourse();
      await claimed();
      expect(await addCourse()).toMatchObject(IN_FLIGHT);
      expect(await elsewhere('POST', '/courses', { title: 'Rigging' })).toMatchObject(IN_FLIGHT);
      await release();
      expect((await first).status).toBe(201);
    });
    expect((await addCourse()).headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('after the end of a process', () => {
  /** The row as it is half a minute after its process has died. */
  const died = (applied: boolean) =>
    engine.database.query(
      `insert into idempotency_key (tenant_id, caller, key, claim, claimed_until, applied, expires_at)
       select tenant_id, api_token.id, $2, gen_random_uuid(), now(), $3, now() + interval '1 day' from api_token
       where tenant_id = $1`,
      [tenant.id, key, applied],
    );

  it('a call without a committed change is executed by its repetition', async () => {
    await died(false);
    expect((await addCourse()).status).toBe(201);
    expect((await addCourse()).headers.get('idempotent-replayed')).toBe('true');
  });

  it('a committed call is not executed again, although its response is lost', async () => {
    await died(true);
    expect(await addCourse()).toMatchObject({ status: 409, body: { code: 'idempotency_answer_lost' } });
    expect(await courses()).toBe(0);
  });

  it('a process that only hung makes no change after another has taken its key', async () => {
    await whileCoursesAreHeld(async (release) => {
      const first = addCourse();
      await claimed();
      await engine.database.query(`update idempotency_key set claim = gen_random_uuid() where tenant_id = $1`, [
        tenant.id,
      ]);
      await release();
      expect(await first).toMatchObject(IN_FLIGHT);
    });
    expect(await courses()).toBe(0);
  });

  it('the transaction of a change marks the key as applied', async () => {
    await addCourse();
    expect(await stored('select applied, status from idempotency_key where tenant_id = $tenant')).toEqual([
      { applied: true, status: 201 },
    ]);
    key = randomUUID();
    await send('POST', '/topics/match', { topic: 'Rigging' });
    expect(await stored('select applied from idempotency_key where tenant_id = $tenant and status = 200')).toEqual([
      { applied: false },
    ]);
  });
});

describe('the stored response of a call', () => {
  it('is none if it is long and nothing was changed: a repetition computes it again', async () => {
    const workers = Array.from({ length: 500 }, (_one, number) => ({ externalWorkerId: `W-${number}` }));
    const check = () => send<{ items: object[] }>('POST', '/readiness/check', { workers });
    const first = await check();
    expect(first.body.items).toHaveLength(500);
    expect(await stored('select from idempotency_key where tenant_id = $tenant')).toEqual([]);
    const again = await check();
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBeNull();
  });

  it('is encrypted, including secrets that are shown once', async () => {
    const invite = () =>
      send<{ invitation: { token: string } }>('POST', '/users', { email: 'eve@example.com', role: 'viewer' });
    const first = await invite();
    expect((await invite()).body).toEqual(first.body);
    const [row] = await engine.database.query<{ row: string }>(
      `select encode(answer, 'escape') as row from idempotency_key where key = $1`,
      [key],
    );
    expect(row?.row).toBeDefined();
    expect(row?.row).not.toContain(first.body.invitation.token.slice(0, 12));
    expect(row?.row).not.toContain('eve');
  });

  it('is deleted by a worker after 24 hours, and not used after that time', async () => {
    await addCourse();
    const expire = () => engine.database.query(`update idempotency_key set expires_at = now() where key = $1`, [key]);
    await expire();
    expect((await addCourse()).headers.get('idempotent-replayed')).toBeNull();
    await expire();
    await withWorker(engine, () =>
      eventually(async () => expect(await stored('select from idempotency_key where tenant_id = $tenant')).toEqual([])),
    );
  });
});
