import { afterEach, describe, expect, it } from '@jest/globals';
import type { EngineProcess } from '../harness/engine-process.js';
import { type TestRedis, redisProgram, startRedis } from '../harness/redis.js';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { scaled } from '../harness/scale.js';
import { SlowStore } from './stage/slow-store.js';
import { Stage } from './stage/stage.js';
import { drained, verdict } from './stage/stored.js';

/** Of each victim. */
const KILLS = scaled(1, 20);
/** The load goes on while a process starts again, for two seconds or more. */
const PER_SECOND = scaled(150, 500);
/** A kill comes at a random point within so many accepted events. */
const EVENTS_APART = scaled(100, 1_500);
/** One kill of a worker at a random time may find it with nothing to do: the only one comes while it stores. */
const IS_AIMED = scaled(true, false);
/** A job whose worker was killed stays locked to it for 15 s, and that is looked for every 5 s. */
const STALLED_SECONDS = 40;

type Victim = 'api' | 'worker';
interface Case {
  readonly victims: readonly Victim[];
  readonly queue: 'PostgreSQL' | 'Redis';
}

/** In the full form each alone, with either queue; in the short form one after the other, under one load. */
const CASES = scaled<readonly Case[]>(
  [{ victims: ['api', 'worker'], queue: 'PostgreSQL' }],
  [
    { victims: ['api'], queue: 'PostgreSQL' },
    { victims: ['worker'], queue: 'PostgreSQL' },
    { victims: ['api'], queue: 'Redis' },
    { victims: ['worker'], queue: 'Redis' },
  ],
)
  .filter(({ queue }) => queue === 'PostgreSQL' || redisProgram !== null)
  .map(({ victims, queue }) => [victims.join(' and the '), queue, victims] as const);

describe('kill -9', () => {
  let stage: Stage;
  let redis: TestRedis | undefined;
  afterEach(async () => {
    await stage.stop();
    await redis?.stop();
    redis = undefined;
  });

  it.each(CASES)(
    'of the %s at random times loses and duplicates nothing, with the queue in %s',
    async (names, queue, victims) => {
      if (queue === 'Redis') redis = await startRedis();
      stage = await Stage.start({ redisUrl: redis?.url });
      const processes: Record<Victim, EngineProcess> = {
        api: await stage.api(),
        worker: await stage.worker(),
      };
      const load = new Load(stage.url, await stage.createTenant(), { perSecond: PER_SECOND }).start();
      const storing = IS_AIMED ? await SlowStore.of(stage.database, 'update of recommendation', 'need') : null;
      for (let kill = 0; kill < KILLS * victims.length; kill++) {
        const victim = victims[kill % victims.length] ?? 'api';
        await load.accepted((kill + Math.random()) * EVENTS_APART);
        if (victim === 'worker') await storing?.seen();
        await processes[victim].kill();
        processes[victim] = await stage[victim]();
      }
      await storing?.end();
      await load.accepted(KILLS * victims.length * EVENTS_APART);
      const ledger = await load.stop();
      const drainSeconds = await drained(stage.database, STALLED_SECONDS);
      const found = await verdict(stage.database, ledger);
      figures(`kill -9 of the ${names}, queue in ${queue}`, {
        kills: KILLS * victims.length,
        sent: ledger.sent,
        answered: ledger.answered,
        ...found,
        'drained in s': drainSeconds,
      });
      expect(found).toMatchObject({ lost: 0, duplicates: 0, resolved: ledger.keys.size });
      expect(ledger.statuses.every((status) => status === 200 || status === 503)).toBe(true);
    },
    scaled(90_000, 900_000),
  );
});
