import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { redisProgram, startRedis, type TestRedis } from '../harness/redis.js';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';
import { drained, verdict } from './stage/stored.js';

const AWAY_SECONDS = scaled(3, 60);
const PER_SECOND = 300;
const WAITING = scaled(2_000, 10_000);
/** The promise: needs are resolved again so soon after Redis has come back. */
const STALLED_SECONDS = 30;

// The harness says so in one line where there is no Redis to start.
(redisProgram === null ? describe.skip : describe)('a Redis that is the queue', () => {
  let redis: TestRedis;
  let stage: Stage;
  beforeEach(async () => {
    redis = await startRedis();
    stage = await Stage.start({ redisUrl: redis.url });
  });
  afterEach(async () => {
    await stage.stop();
    await redis.stop();
  });

  it(
    'can be unavailable under load: all responses are 200, the process stays ready, and all needs are resolved soon after its return',
    async () => {
      await stage.api();
      await stage.worker();
      const load = new Load(stage.url, await stage.createTenant(), { perSecond: PER_SECOND }).start();
      await load.accepted(PER_SECOND);
      await redis.stop();
      await sleep(AWAY_SECONDS * 500);
      const ready = await stage.probe('ready');
      expect([ready.status, await ready.json()]).toMatchObject([
        200,
        { checks: { queue: expect.stringContaining('Redis does not answer (REDIS_URL)') } },
      ]);
      await sleep(AWAY_SECONDS * 500);
      await redis.start();
      const ledger = await load.stop();
      const drainSeconds = await drained(stage.database, STALLED_SECONDS);
      const found = await verdict(stage.database, ledger);
      figures(`Redis away for ${AWAY_SECONDS} s`, {
        sent: ledger.sent,
        answered: ledger.answered,
        ...found,
        'slowest in ms': ledger.slowest,
        'drained in s': drainSeconds,
      });
      expect({ statuses: ledger.statuses, unanswered: ledger.count('unanswered') }).toEqual({
        statuses: [200],
        unanswered: 0,
      });
      expect(found).toMatchObject({ lost: 0, duplicates: 0, resolved: ledger.keys.size });
    },
    scaled(120_000, 180_000),
  );

  it('can be flushed while jobs are waiting, without a loss', async () => {
    await stage.api();
    const load = new Load(stage.url, await stage.createTenant(), { events: WAITING }).start();
    const ledger = await load.finished();
    await flush(redis.url);
    const worker = stage.worker();
    await flush(redis.url);
    await worker;
    await flush(redis.url);
    const drainSeconds = await drained(stage.database, STALLED_SECONDS);
    const found = await verdict(stage.database, ledger);
    figures(`FLUSHALL with ${WAITING} waiting`, {
      sent: ledger.sent,
      answered: ledger.answered,
      ...found,
      'drained in s': drainSeconds,
    });
    expect(found).toEqual({
      stored: WAITING,
      lost: 0,
      duplicates: 0,
      resolved: ledger.keys.size,
    });
  });
});

async function flush(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushall();
  redis.disconnect();
}
