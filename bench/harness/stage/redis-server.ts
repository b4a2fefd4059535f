import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

export const REDIS_PROGRAMS = ['redis-server', 'valkey-server'] as const;

/** The program on the PATH; null: there is none. */
export const redisProgram = REDIS_PROGRAMS.find((name) => spawnSync(name, ['--version']).status === 0) ?? null;

const LOCAL = '--bind 127.0.0.1 --appendonly no --maxmemory-policy noeviction'.split(' ');

/**
 * Starts a Redis on 127.0.0.1 without persistence.
 * @param settings such as `['--maxmemory-policy', 'allkeys-lru']`, which override the defaults
 */
export function spawnRedis(program: string, port: number, settings: readonly string[] = []): ChildProcess {
  return spawn(program, ['--port', String(port), '--save', '', ...LOCAL, ...settings], { stdio: 'ignore' });
}
