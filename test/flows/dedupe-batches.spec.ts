import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CONFIG, type Config } from '#platform/config';
import { ValuesRefused } from '#platform/database';
import { type ReceivedPoint, type SignalAction, SignalMaps, SignalRecorder, Wakeups } from '#signals';
import { sitePoint } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';

/**
 * The time limits of the connection, in ms: on a busy machine these tests hold locks for longer than the engine waits.
 */
const TIME_LIMITS = 'statement_timeout=10000&lock_timeout=10000&query_timeout=10000';

interface Said {
  readonly raw?: string;
  readonly action?: SignalAction;
}

describe('a batch beside other transactions', () => {
  let engine: TestEngine;
  let tenantId: string;
  let recorder: SignalRecorder;
  let record: (key: string, said?: Said) => Promise<unknown>;
  let recordSet: (points: ReadonlyArray<[key: string, action: SignalAction]>) => Promise<unknown[]>;
  let others: pg.Client[];

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    recorder = await patientRecorder(engine);
    others = Array.from({ length: 5 }, () => new pg.Client({ connectionString: engine.database.ownerUrl }));
    await Promise.all(others.map((other) => other.connect()));
  });
  beforeEach(async () => {
    tenantId = (await engine.createTenant()).id;
    const owner = { tenantId, signalRetentionMonths: 12 };
    const sent = (key: string, { raw = '{}', action }: Said = {}): ReceivedPoint => ({
      point: sitePoint(key, action),
      raw,
    });
    record = (key, said) =>
      recorder.record(owner, sent(key, said)).then(
        ({ outcome }) => outcome,
        (error: Error) => error.constructor,
      );
    recordSet = async (points) =>
      (
        await recorder.recordSet(
          owner,
          points.map(([key, action]) => sent(key, { action })),
        )
      ).map((each) => (each instanceof Error ? each : each.outcome));
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => record(key)));
  });
  afterAll(async () => {
    await Promise.all(others.map((other) => other.end()));
    await recorder.onApplicationShutdown();
    await engine.close();
  });

  const lock = (key: string): string =>
    `select from need where tenant_id = '${tenantId}' and dedupe_key = '${key}' for update`;
  /** Only the batch looks for deadlocks soon, so it is the one that PostgreSQL ends. */
  const begin = (key: string): string => `begin; set local deadlock_timeout = '1min'; ${lock(key)}`;
  const counts = async (): Promise<unknown[]> =>
    (
      await engine.database.query('select signal_count from need where tenant_id = $1 order by dedupe_key', [tenantId])
    ).map(({ signal_count: count }) => count);

  it.each<{ what: string; points: Array<[string, SignalAction]>; order: [string, string] }>([
    {
      what: 'one need is opened and another closed',
      points: [
        ['b', 'trigger'],
        ['a', 'resolve'],
      ],
      order: ['a', 'b'],
    },
    {
      what: 'JavaScript sorts keys otherwise',
      points: [
        ['🏗', 'trigger'],
        ['\uFDFA', 'trigger'],
      ],
      order: ['\uFDFA', '🏗'],
    },
  ])(
    'locks its needs in the order of their keys if $what, so that it cannot deadlock, and so does a set',
    async ({ points, order: [first, second] }) => {
      await Promise.all([first, second].map((key) => record(key)));
      const [other] = others;
      const together = (): Promise<unknown[]> => Promise.all(points.map(([key, action]) => record(key, { action })));
      for (const write of [together, () => recordSet(points)]) {
        await other?.query(begin(first));
        const written = write();
        await eventuallyLocked(engine, 1);
        await other?.query(`${lock(second)} nowait`);
        await other?.query('commit');
        expect(await written).toEqual(points.map(([, action]) => (action === 'trigger' ? 'joined' : 'resolved')));
        await Promise.all([first, second].map((key) => record(key)));
      }
    },
  );

  it('that loses a deadlock is written again, and only the signal that PostgreSQL refuses fails', async () => {
    const [first, other] = others;
    await first?.query(begin('a'));
    await other?.query(begin('b'));
    const batch = Promise.all([record('a'), record('b'), record('z', { raw: '{"n":1e-400000}' })]);
    await eventuallyLocked(engine, 1);
    const wantsA = other?.query(lock('a'));
    await eventuallyLocked(engine, 2);
    // Now the batch locks a, for which the other transaction waits, and waits for b, which the other one holds.
    await first?.query('commit');
    await wantsA;
    await other?.query('commit');
    expect(await batch).toEqual(['joined', 'joined', ValuesRefused]);
    expect(await counts()).toEqual([2, 2, 1, 1, 1]);
  });

  it('that loses a deadlock is recorded, however many others use its needs in another order', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    for (const [at, other] of others.entries()) await other.query(begin(keys[at] ?? ''));
    const batch = Promise.all(keys.map((key) => record(key)));
    for (const [at, other] of others.slice(1).entries()) {
      await eventuallyLocked(engine, 1);
      const wantsA = other.query(lock('a'));
      await eventuallyLocked(engine, 2);
      // The transaction with the lock of a ends. The batch is next in the queue: it gets that lock, and then waits for
      // this one.
      await others[at]?.query('commit');
      await wantsA;
    }
    await others.at(-1)?.query('commit');
    expect(await batch).toEqual(keys.map(() => 'joined'));
    expect(await counts()).toEqual(keys.map(() => 2));
  });
});

/** Starts a second recorder of the engine with longer time limits: parameters of the URL take precedence. */
async function patientRecorder({ app }: TestEngine): Promise<SignalRecorder> {
  const config = app.get<Config>(CONFIG);
  const { databaseUrl } = config;
  const recorder = new SignalRecorder(app.get(SignalMaps), app.get(Wakeups), {
    ...config,
    databaseUrl: `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}${TIME_LIMITS}`,
  });
  await recorder.onModuleInit();
  return recorder;
}
