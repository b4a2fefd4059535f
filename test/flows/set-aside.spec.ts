import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TopicMatcher, TopicMatching } from '#catalog';
import { publishedCourse } from '../factories/courses.js';
import { whileUnresolved } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { eventually } from '../harness/eventually.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const MAX_ATTEMPTS = 8;

let engine: TestEngine;
let tenant: TestTenant;

/** The state of a need is `resolved`, `due`, `later` or `set aside`. */
const needs = (topic = '%') =>
  engine.database.query<{ topic: string; attempts: number; state: string }>(
    `select topic, recommendation, resolution_attempts as attempts, resolution_error as error,
       case when set_aside_at is not null and unresolved_since is null then 'set aside'
         when unresolved_since > now() then 'later'
         when unresolved_since is not null then 'due' else 'resolved' end as state
     from need where topic like $1 and tenant_id = $2 order by topic`,
    [topic, tenant.id],
  );
/** Waits until the needs with such a topic are as expected. */
const expectNeeds = (topic: string, rows: readonly object[]): Promise<void> =>
  eventually(async () => expect(await needs(topic)).toMatchObject(rows));
const send = (topic: string, extra: object = {}): Promise<Response> =>
  tenant.send(signal({ site: 'S', topic, ...extra }));
const poisoned = { topic: 'poison', recommendation: 'pending', error: 'the topic is poison' };
const resolved = { recommendation: 'author_one', attempts: 0, error: null, state: 'resolved' };

/** Ends the wait of what is to be tried again later, and has a neighbour wake the tenant. */
let wakes = 0;
async function tryAgain(): Promise<void> {
  await engine.database.query('update need set unresolved_since = now() where unresolved_since > now()');
  await send(`neighbour ${++wakes}`);
}

/** Waits until the engine has resolved a need that came after all that was sent before. */
const expectNeighbour = (): Promise<void> => expectNeeds(`neighbour ${wakes}`, [resolved]);

/** Has all needs with such a topic fail for the first and for the last time, after which they are set aside. */
async function exhaust(topic: string): Promise<void> {
  const haveFailed = (times: number): Promise<void> =>
    eventually(async () => expect((await needs(topic)).every(({ attempts }) => attempts === times)).toBe(true));
  await haveFailed(1);
  const attempted = 'update need set resolution_attempts = $1 where topic like $2 and tenant_id = $3';
  await engine.database.query(attempted, [MAX_ATTEMPTS - 1, topic, tenant.id]);
  await tryAgain();
  await haveFailed(MAX_ATTEMPTS);
}

beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

describe('a need whose resolution throws', () => {
  beforeAll(() => {
    const matching = engine.app.get(TopicMatching);
    const matchersOf = matching.matchersOf.bind(matching);
    const throwing = (matcher: TopicMatcher): TopicMatcher => ({
      match: (topic, category) => {
        if (topic.startsWith('poison')) throw new Error(`the topic is ${topic}`);
        return matcher.match(topic, category);
      },
    });
    matching.matchersOf = async (tx, tenantIds) =>
      new Map([...(await matchersOf(tx, tenantIds))].map(([tenantId, matcher]) => [tenantId, throwing(matcher)]));
  });

  it('is retried later with its error, and does not block others', async () => {
    await Promise.all(['poison', 'a', 'b', 'c'].map((topic) => send(topic)));
    const others = ['a', 'b', 'c'].map((topic) => ({ topic, ...resolved }));
    await expectNeeds('%', [...others, { ...poisoned, attempts: 1, state: 'later' }]);
  });

  it('waits twice as long each time, and is set aside after the last attempt', async () => {
    await send('poison');
    const waits: number[] = [];
    for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
      if (attempts > 1) await tryAgain();
      await expectNeeds('poison', [{ attempts }]);
      const rows = await engine.database.query<{ seconds: number }>(
        `select extract(epoch from unresolved_since - resolution_failed_at)::float as seconds from need
          where topic = 'poison' and unresolved_since > now() and tenant_id = $1`,
        [tenant.id],
      );
      waits.push(...rows.map(({ seconds }) => Math.round(seconds)));
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320]);
    const aside = { ...poisoned, attempts: MAX_ATTEMPTS, state: 'set aside' };
    expect(await needs('poison')).toEqual([aside]);
    await tryAgain();
    await expectNeighbour();
    expect(await needs('poison')).toEqual([aside]);
  });

  it('stays set aside while signals only repeat it, and is resolved when one has new information', async () => {
    await send('poison', { dedupe_key: 'k' });
    await exhaust('poison');
    await send('poison', { dedupe_key: 'k' });
    await tryAgain();
    await expectNeighbour();
    expect(await needs('poison')).toMatchObject([{ attempts: MAX_ATTEMPTS, state: 'set aside' }]);
    await send('cured', { dedupe_key: 'k' });
    await expectNeeds('cured', [resolved]);
  });

  it('is retried at once with all its attempts when the library or its worker changes', async () => {
    await send('poison library');
    await send('poison worker', { email: 'w@acme.com' });
    await exhaust('poison%');
    expect(await needs('poison worker')).toMatchObject([{ attempts: MAX_ATTEMPTS, state: 'set aside' }]);
    await addWorker(tenant, { name: 'W', email: 'w@acme.com' });
    await expectNeeds('poison worker', [{ attempts: 1, state: 'later' }]);
    expect(await needs('poison library')).toMatchObject([{ attempts: MAX_ATTEMPTS, state: 'set aside' }]);
    await publishedCourse(tenant, { title: 'A course' });
    await expectNeeds('poison%', [
      { topic: 'poison library', attempts: 1, state: 'later' },
      { topic: 'poison worker', attempts: 2, state: 'later' },
    ]);
  });
});

describe('a need whose resolution PostgreSQL refuses', () => {
  it('is the only unresolved one of its set', async () => {
    await engine.database.query(
      `alter table need add constraint refused check (topic not like 'refused%' or recommendation = 'pending')`,
    );
    const topics = Array.from({ length: 60 }, (_, n) => ([17, 42].includes(n) ? `refused ${n}` : `topic ${n}`));
    await whileUnresolved(engine, tenant, () => Promise.all(topics.map((topic) => send(topic))));
    await eventually(async () => expect((await needs()).filter(({ state }) => state === 'due')).toEqual([]));
    const rows = await needs();
    expect(rows).toHaveLength(60);
    const error = expect.stringContaining('violates check constraint "refused"');
    const refused = { recommendation: 'pending', attempts: 1, error, state: 'later' };
    for (const { topic, ...state } of rows) expect(state).toEqual(topic.startsWith('refused') ? refused : resolved);
  });
});
