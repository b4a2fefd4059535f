import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { freePort } from './server-process.js';

export const QUEUES = ['postgresql', 'redis'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Where the engine's jobs are, in a run. */
export interface Queue {
  readonly name: QueueName;
  /** Null: in PostgreSQL. */
  readonly redisUrl: string | null;
}

const PROGRAMS = ['redis-server', 'valkey-server'];
const START_TIMEOUT_MS = 10_000;

/** The queues that take turns, with a Redis of the benchmark's own where it is one of them. */
export class Queues {
  private constructor(
    readonly all: readonly Queue[],
    private readonly redis: ChildProcess | null,
  ) {}

  /** @throws Error where Redis is asked for and is not on the PATH */
  static async start(names: readonly QueueName[], folder: string): Promise<Queues> {
    if (!names.includes('redis')) return new Queues([{ name: 'postgresql', redisUrl: null }], null);
    const program = PROGRAMS.find((name) => spawnSync(name, ['--version']).status === 0);
    if (program === undefined)
      throw new Error(`there is no ${PROGRAMS.join(' or ')} on the PATH; --queue postgresql measures without`);
    const port = await freePort();
    const redis = spawn(
      program,
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory-policy',
        'noeviction',
        '--dir',
        folder,
      ],
      { stdio: 'ignore' },
    );
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

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
