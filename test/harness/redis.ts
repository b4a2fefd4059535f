import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** A Redis of one test file's own, which it may stop and start again. It keeps nothing on disk. */
export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>;
}

/** The program to run; null where there is none, and what needs it is skipped. */
export const redisBinary =
  ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null;

/** @param settings such as `['--maxmemory-policy', 'allkeys-lru']`, over the usual ones */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      child = spawn(
        redisBinary ?? '',
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
          ...settings,
        ],
        { stdio: 'ignore' },
      );
      while (!(await accepts(port))) await sleep(20);
    },
    stop: async () => {
      if (child === null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill();
      child = null;
      await ended;
    },
  };
  await redis.start();
  return redis;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
