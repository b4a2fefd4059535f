import type { ChildProcess } from 'node:child_process';
import { canConnect, freePort } from './ports.js';
import { REDIS_PROGRAMS, redisProgram, spawnRedis } from './redis-server.js';

export const QUEUES = ['postgresql', 'redis'] as const;
export type QueueName = (typeof QUEUES)[number];

/** The queue of a run. */
export interface Queue {
  readonly name: QueueName;
  /** Null: in PostgreSQL. */
  readonly redisUrl: string | null;
}

const START_TIMEOUT_MS = 60_000;

/** The alternating queues, with a separate Redis if it is one of them. */
export class Queues {
  private constructor(
    readonly all: readonly Queue[],
    private readonly redis: ChildProcess | null,
  ) {}

  /** @throws Error if Redis is requested and is not on the PATH */
  static async start(names: readonly QueueName[], folder: string): Promise<Queues> {
    if (!names.includes('redis')) return new Queues([{ name: 'postgresql', redisUrl: null }], null);
    if (redisProgram === null)
      throw new Error(`there is no ${REDIS_PROGRAMS.join(' or ')} on the PATH; --queue postgresql measures without`);
    const port = await freePort();
    const redis = spawnRedis(redisProgram, port, ['--dir', folder]);
    await accepts(port);
    return new Queues(
      names.map((name) => ({ name, redisUrl: name === 'redis' ? `redis://127.0.0.1:${port}` : null })),
      redis,
    );
  }

  stop(): void {
    this.redis?.kill();
  }
}

async function accepts(port: number): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await canConnect(port))) {
    if (Date.now() > deadline) throw new Error('Redis does not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
