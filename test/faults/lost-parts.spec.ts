import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { EngineProcess } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { OwnPostgres } from '../harness/own-postgres.js';
import { redisProgram, startRedis } from '../harness/redis.js';
import { itInFull, scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';

/** Some rounds of the most frequent periodic tasks; in full, several of every one. */
const AWAY_MS = scaled(2_000, 6_000);
const INFO = 30;
const LOG = { environment: { LOG_LEVEL: 'info' } };

interface Line {
  readonly level: number;
  readonly msg: string;
}

/** The log lines of a process about PostgreSQL and Redis, and all that are warnings or worse. */
function loggedLines({ output }: EngineProcess): Line[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ level, msg }) => level > INFO || /^(PostgreSQL|Redis) /.test(msg))
    .map(({ level, msg }) => ({ level, msg }));
}

describe('a worker that loses a part which it needs', () => {
  let stage: Stage;
  afterEach(() => stage.stop());

  async function expectTwoLines(
    name: string,
    part: { stop(): Promise<void>; start(): Promise<unknown> },
  ): Promise<void> {
    const worker = await stage.worker();
    await part.stop();
    await eventually(async () => expect(loggedLines(worker)).toHaveLength(1));
    await sleep(AWAY_MS);
    await part.start();
    await eventually(async () =>
      expect(loggedLines(worker)).toEqual([
        { level: 40, msg: expect.stringMatching(`^${name} does not answer: .+`) },
        { level: INFO, msg: `${name} answers again` },
      ]),
    );
  }

  itInFull(
    'warns once that PostgreSQL does not answer, and says when it does again',
    async () => {
      const postgres = await OwnPostgres.start();
      stage = await Stage.start({ database: postgres.database, ...LOG });
      await expectTwoLines('PostgreSQL', postgres);
    },
    120_000,
  );

  (redisProgram === null ? it.skip : it)(
    'warns once that Redis does not answer, and says when it does again',
    async () => {
      const redis = await startRedis();
      try {
        stage = await Stage.start({ redisUrl: redis.url, ...LOG });
        await expectTwoLines('Redis', redis);
      } finally {
        await redis.stop();
      }
    },
    120_000,
  );
});
