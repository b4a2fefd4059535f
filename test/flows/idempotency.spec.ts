import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { changesOf } from '../factories/audit.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { KeyedCalls, storedKeys, whileCoursesAreHeld } from '../harness/keyed-calls.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

let engine: TestEngine;
/** Another process of the api, on the same database. */
let other: TestEngine;
let tenant: TestTenant;
let calls: KeyedCalls;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  other = await startEngine({ on: engine, worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  calls = new KeyedCalls(tenant);
});
afterAll(async () => {
  await other.close();
  await engine.close();
});

/** The same calls to the other process. */
const elsewhere = (): KeyedCalls => new KeyedCalls(tenant.at(other.url), calls.key);
const courses = async (): Promise<number> => (await tenant.api.listCourses()).items.length;
const IN_FLIGHT = { status: 409, body: { code: 'idempotency_key_in_flight' } };
const REUSED = { status: 422, body: { code: 'idempotency_key_reused', errors: [{ field: 'Idempotency-Key' }] } };

const claimed = () => eventually(async () => expect(await storedKeys(engine, tenant)).toHaveLength(1));

describe('a call that is repeated with its Idempotency-Key', () => {
  it('is executed once and has the same response, in any process', async () => {
    const first = await calls.addCourse();
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    for (const again of [
      await calls.addCourse(),
      await elsewhere().addCourse(),
      await calls.addCourse('Rigging', { 'idempotency-key': `"${calls.key}"` }),
    ]) {
      expect(again).toMatchObject({ status: 201, body: first.body });
      expect(again.headers.get('etag')).toBe('"1"');
      expect(again.headers.get('idempotent-replayed')).toBe('true');
    }
    expect(await courses()).toBe(1);
    expect(await changesOf(tenant, 'course.created')).toHaveLength(1);
  });

  it('has its first response, whatever the resource is now', async () => {
    const { id } = await tenant.api.createCourse({ body: { title: 'Rigging' } });
    const changed = await calls.send('PATCH', `/courses/${id}`, { title: 'Slinging' }, { 'if-match': '"1"' });
    await tenant.admin('PATCH', `/courses/${id}`, { title: 'Hoisting' });
    const again = await calls.send('PATCH', `/courses/${id}`, { title: 'Slinging' }, { 'if-match': '"1"' });
    expect(again).toMatchObject({ status: 200, body: changed.body });
    expect(again.headers.get('etag')).toBe('"2"');
    calls = new KeyedCalls(tenant);
    for (const replayed of [null, 'true']) {
      const removed = await calls.send<null>('DELETE', `/courses/${id}`);
      expect(removed).toMatchObject({ status: 204, body: null });
      expect(removed.headers.get('idempotent-replayed')).toBe(replayed);
    }
  });

  it('is refused if it is another call', async () => {
    const { id } = (await calls.addCourse()).body;
    for (const [method, path, body] of [
      ['POST', '/courses', { title: 'Slinging' }],
      ['POST', '/courses?x=1', { title: 'Rigging' }],
      ['PATCH', `/courses/${id}`, { title: 'Rigging' }],
      ['DELETE', `/courses/${id}`],
    ] as const) {
      expect(await calls.send(method, path, body)).toMatchObject(REUSED);
    }
    expect(await courses()).toBe(1);
  });

  it('is a different one if another token or another tenant sends it', async () => {
    await calls.addCourse();
    const token = await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, { role: 'author', name: 'second' });
    const { token: second } = (await token.json()) as { token: string };
    expect(
      (await calls.addCourse('Rigging', { authorization: `Bearer ${second}` })).headers.get('idempotent-replayed'),
    ).toBeNull();
    expect(await courses()).toBe(2);
    const stranger = new KeyedCalls(await engine.createTenant(), calls.key);
    expect((await stranger.addCourse('Slinging')).status).toBe(201);
  });

  it('ignores the key if it only reads', async () => {
    for (let times = 0; times < 2; times++)
      expect((await calls.send('GET', '/courses')).headers.get('idempotent-replayed')).toBeNull();
    expect(await storedKeys(engine, tenant)).toEqual([]);
  });

  it('is executed again after a refusal or a failure, which changed nothing', async () => {
    expect((await calls.addCourse('')).status).toBe(422);
    await engine.database.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise 'planted';
        end $$; create trigger planted before insert on course for each row execute function fail()`,
    );
    expect((await calls.addCourse()).status).toBe(500);
    await engine.database.query('drop trigger planted on course; drop function fail');
    expect((await calls.addCourse()).status).toBe(201);
    expect(await courses()).toBe(1);
  });

  it('is executed once if many are sent at the same time to several processes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? calls.addCourse() : elsewhere().addCourse())),
    );
    expect(
      answers.filter(({ status, headers }) => status === 201 && headers.get('idempotent-replayed') === null),
    ).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    expect(await courses()).toBe(1);
  });

  it('waits for its turn while the first one is running', async () => {
    await whileCoursesAreHeld(engine, async (release) => {
      const first = calls.addCourse();
      await claimed();
      expect(await calls.addCourse()).toMatchObject(IN_FLIGHT);
      expect(await elsewhere().addCourse()).toMatchObject(IN_FLIGHT);
      await release();
      expect((await first).status).toBe(201);
    });
    expect((await calls.addCourse()).headers.get('idempotent-replayed')).toBe('true');
  });

  it('is executed again after 24 hours, when a worker deletes its stored response', async () => {
    await calls.addCourse();
    const expire = () =>
      engine.database.query(`update idempotency_key set expires_at = now() where key = $1`, [calls.key]);
    await expire();
    expect((await calls.addCourse()).headers.get('idempotent-replayed')).toBeNull();
    await expire();
    await withWorker(engine, () => eventually(async () => expect(await storedKeys(engine, tenant)).toEqual([])));
  });
});
