import { afterEach, describe, expect, it } from '@jest/globals';
import type { EngineProcess } from '../harness/engine-process.js';
import { type TestRedis, redisProgram, startRedis } from '../harness/redis.js';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { scaled } from './scale.js';
import { Stage } from './stage/stage.js';
import { drained, verdict } from './stage/stored.js';

const KILLS = scaled(2, 20);
const PER_SECOND = 500;
/** A kill comes at a random point within so many accepted events. */
const EVENTS_APART = scaled(300, 1_500);
/** A job whose worker was killed stays locked to it for 15 s, and that is looked for every 5 s. */
const DRAIN_SECONDS = 40;

/** In the full form with either queue. */
const CASES = (
  [
    ['api', 'PostgreSQL'],
    ['worker', 'PostgreSQL'],
    ['api', 'Redis'],
    ['worker', 'Redis'],
  ] as const
)
  .slice(0, scaled(2, 4))
  .filter(([, queue]) => queue === 'PostgreSQL' || redisProgram !== null);

describe('kill -9', () => {
  let stage: Stage;
  let redis: TestRedis | undefined;
  afterEach(async () => {
    await stage.strike();
    await redis?.stop();
    redis = undefined;
  });

  it.each(CASES)(
    'of the %s at random times loses and duplicates nothing, with the queue in %s',
    async (victim, queue) => {
      if (queue === 'Redis') redis = await startRedis();
      stage = await Stage.set({ redisUrl: redis?.url });
      const processes: Record<'api' | 'worker', EngineProcess> = {
        api: await stage.api(),
        worker: await stage.worker(),
      };
      const load = new Load(stage.url, await stage.createTenant(), { perSecond: PER_SECOND }).start();
      for (let kill = 0; kill < KILLS; kill++) {
        await load.accepted((kill + Math.random()) * EVENTS_APART);
        await processes[victim].kill();
        processes[victim] = await stage[victim]();
      }
      await load.accepted(KILLS * EVENTS_APART);
      const ledger = await load.stop();
      const drainSeconds = await drained(stage.database, DRAIN_SECONDS);
      const { lost, duplicates, stored, resolved } = await verdict(stage.database, ledger);
      figures(`kill -9 of the ${victim}, queue in ${queue}`, {
        kills: KILLS,
        sent: ledger.sent,
        answered: ledger.answered,
        stored,
        resolved,
        lost,
        duplicates,
        'drained in s': drainSeconds,
      });
      expect({ lost, duplicates, resolved }).toEqual({ lost: 0, duplicates: 0, resolved: ledger.keys.size });
      expect(ledger.statuses.every((status) => status === 200 || status === 503)).toBe(true);
    },
    scaled(90_000, 600_000),
  );
});
