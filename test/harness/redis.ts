import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { canConnect, freePort } from '../../bench/harness/stage/ports.js';
import { redisProgram, spawnRedis } from '../../bench/harness/stage/redis-server.js';

export { redisProgram } from '../../bench/harness/stage/redis-server.js';

/** A Redis of one test file, which it can stop and start. It stores nothing on disk. */
export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>;
  /** Suspends it: its connections stay open, and it does not answer. @returns a function that continues it */
  stall(): () => void;
}

/** @param settings such as `['--maxmemory-policy', 'allkeys-lru']`, which override the defaults */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      child = spawnRedis(redisProgram ?? '', port, settings);
      while (!(await canConnect(port))) await sleep(20);
    },
    stop: async () => {
      if (child === null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill();
      child = null;
      await ended;
    },
    stall: () => {
      const stalled = child;
      stalled?.kill('SIGSTOP');
      return () => void stalled?.kill('SIGCONT');
    },
  };
  await redis.start();
  return redis;
}
