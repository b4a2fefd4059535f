import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

const BINARY = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);

/** Whether this machine has a Redis to start. */
export const hasRedisServer = BINARY !== undefined;

/** A Redis that one test starts, stops and starts again on the same port. It keeps nothing on disk: it comes back empty. */
export class OwnRedis {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly policy: string,
  ) {}

  /** Not started yet: its address is known before it runs. */
  static async at({ policy = 'noeviction' } = {}): Promise<OwnRedis> {
    return new OwnRedis(await freePort(), policy);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', this.policy];
    this.child = spawn(BINARY ?? '', settings, { stdio: 'ignore' });
    while (!(await this.run((redis) => redis.ping()).then(() => true, () => false))) await sleep(20);
  }

  /** Gone without a word, as a killed one. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  }

  async flush(): Promise<void> {
    await this.run((redis) => redis.flushall());
  }

  private async run<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  }
}
