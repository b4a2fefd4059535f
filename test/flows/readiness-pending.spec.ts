import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { timeInDays } from '../factories/days.js';
import { needsIn } from '../factories/needs.js';
import { boardRows } from '../factories/readiness.js';
import { addWaiver } from '../factories/waivers.js';
import { addManyWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { boardSettled, expectBoardOfRule, expectCountsOfRows } from '../harness/readiness-checks.js';
import { ReadinessHistory } from '../harness/readiness-history.js';
import type { TestTenant } from '../harness/tenant.js';

const STEPS = 40;
const NEEDS = 4;
/** More people and needs than one transaction stores. */
const PEOPLE = 550;
const NEEDS_OF_ALL = 20;
const FILTERS = [
  '',
  'site=North',
  'role=Rigger',
  'status=not_ready',
  'status=ready',
  'kind=need',
  'q=W-1',
  'topic=First%20aid',
];

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
  await engine.database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the board is held'; end $$`,
  );
});
afterAll(() => engine.close());
afterEach(() => letStore());

/** Makes PostgreSQL refuse rows of the board, so that what waits for them keeps waiting. */
const holdBoard = async (): Promise<void> => {
  for (const table of ['readiness_period', 'readiness_cause'])
    await engine.database.query(
      `create trigger held before insert or update or delete on ${table} for each statement execute function refuse()`,
    );
};
const letStore = async (): Promise<void> => {
  for (const table of ['readiness_period', 'readiness_cause'])
    await engine.database.query(`drop trigger if exists held on ${table}`);
};

/** Until the job has found out whom the needs reach. */
const needsPending = (): Promise<void> =>
  eventually(async () => {
    const [waiting] = await engine.database.query<{ needs: number; unresolved: number }>(
      `select (select count(*)::int from readiness_mark where worker_id is null) as needs,
         (select count(*)::int from need where unresolved_since is not null) as unresolved`,
    );
    expect(waiting).toEqual({ needs: 0, unresolved: 0 });
  });

const statusOf = async (tenant: TestTenant): Promise<string[]> => (await boardRows(tenant)).map(({ status }) => status);

describe('a need of a site, before the rows of its people are stored', () => {
  it('is shown with everybody there, and counted, as the rule says', async () => {
    const tenant = await engine.createTenant();
    const history = new ReadinessHistory(tenant, 7);
    for (let step = 0; step < STEPS; step++) await history.step();
    await boardSettled(engine.database);
    await holdBoard();
    for (let need = 0; need < NEEDS; need++) await history.siteSignal();
    await needsPending();
    const [marks] = await engine.database.query<{ pending: number }>(
      'select count(*)::int as pending from readiness_mark where need_id is not null and worker_id is not null',
    );
    expect(marks?.pending).toBeGreaterThan(NEEDS);
    await expectBoardOfRule(tenant, null);
    for (const filter of FILTERS) await expectCountsOfRows(tenant, filter);
    const before = await tenant.admin('GET', '/readiness?limit=200');
    const summary = await tenant.admin<object>('GET', '/readiness/summary');
    await letStore();
    await boardSettled(engine.database);
    expect((await tenant.admin('GET', '/readiness?limit=200')).body).toEqual(before.body);
    expect((await tenant.admin('GET', '/readiness/summary')).body).toEqual({
      ...summary.body,
      asOf: expect.any(String),
      // The change is when its people are stored.
      changedAt: expect.any(String),
    });
  });

  it('is stored with its people in transactions of bounded size, however many needs there are', async () => {
    const tenant = await engine.createTenant();
    await addManyWorkers(engine, tenant, PEOPLE, { site: 'Large' });
    await holdBoard();
    const topics = Array.from({ length: NEEDS_OF_ALL }, (_value, index) => `Topic ${index}`);
    await tenant.send(topics.map((topic) => ({ event: 'signal.incident', data: { site: 'Large', topic } })));
    await needsPending();
    const [stored] = await engine.database.query<{ all: number; most: number }>(
      `select sum(marks)::int as all, max(marks)::int as most from (
         select count(*) as marks from readiness_mark
         where tenant_id = $1 and worker_id is not null and need_id is not null group by xmin
       ) as transaction`,
      [tenant.id],
    );
    expect(stored?.all).toBe(PEOPLE * NEEDS_OF_ALL);
    expect(stored?.most).toBeLessThan(PEOPLE * NEEDS_OF_ALL);
    await letStore();
    await boardSettled(engine.database);
  });

  it('does not count for who has a waiver of it, and stops the others at the gate', async () => {
    const tenant = await engine.createTenant();
    for (const externalWorkerId of ['W-1', 'W-2'])
      await tenant.admin('POST', '/workers', { externalWorkerId, name: externalWorkerId, site: 'North' });
    const send = (severity: number): Promise<unknown> =>
      tenant.send({
        event: 'signal.incident',
        data: { site: 'North', topic: 'Crane check', severity, dedupe_key: 'c' },
      });
    await send(2);
    await boardSettled(engine.database);
    const [need] = await needsIn(tenant);
    const [row] = await boardRows(tenant);
    const until = timeInDays(1);
    await addWaiver(tenant, { workerId: row!.worker.id, needId: need!.id, until });
    await boardSettled(engine.database);
    await holdBoard();
    await send(4);
    await needsPending();
    expect(await statusOf(tenant)).toEqual(['not_ready', 'ready']);
    const { body } = await tenant.admin('POST', '/readiness/check', {
      workers: [{ externalWorkerId: 'W-1' }, { externalWorkerId: 'W-2' }],
    });
    expect(body).toMatchObject({ items: [{ ready: true }, { ready: false }] });
  });
});
