import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ready, reasonIn, reasonOfEnd } from './postgres-server.js';

const MAX_SILENCE_MS = 1_500;

let server: ChildProcess | undefined;
afterEach(() => void server?.kill());

/** A server that logs what this script prints. */
const logging = (script: string): ChildProcess =>
  (server = spawn('sh', ['-c', `{ ${script}; } >&2; exec sleep 60`], { stdio: ['ignore', 'ignore', 'pipe'] }));

describe('the reason why a program of PostgreSQL ended', () => {
  it.each([
    ['', ''],
    ['initdb: error: directory exists\ninitdb: hint: remove it\n', 'initdb: error: directory exists'],
    ['FATAL:  no space left\ninitdb: removing data directory', 'FATAL:  no space left'],
    ['something\nelse\n', 'else'],
  ])('is in the line of its log that reports an error: %j', (log, reason) => {
    expect(reasonIn(log)).toBe(reason);
  });

  it('names what to do where a user may have no user namespace', () => {
    expect(reasonIn('unshare: unshare failed: Operation not permitted\n')).toMatch(
      /^unshare: unshare failed: Operation not permitted; .*start it as another user, or set DATABASE_URL$/,
    );
  });
});

describe('the reason why a running server ended', () => {
  const SHUTDOWN = ['shutting down', 'checkpoint starting', 'checkpoint complete', 'database system is shut down'];

  it('is the full disk, although it has refused clients and shut down since', () => {
    const log = [
      'FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device',
      ...Array.from({ length: 4 }, () => 'FATAL:  the database system is not yet accepting connections'),
      'DETAIL:  Consistent recovery state has not been yet reached.',
      'LOG:  startup process (PID 7) exited with exit code 1',
      'LOG:  database system is shut down',
    ];
    expect(reasonOfEnd(log.join('\n'))).toBe(log[0]);
  });

  it('is no earlier error', () => {
    const log = ['FATAL:  too many clients', 'received fast shutdown request', 'aborting transactions', ...SHUTDOWN];
    expect(reasonOfEnd(log.join('\n'))).toBe('database system is shut down');
  });
});

describe('the embedded PostgreSQL', () => {
  it('is given the time that it needs to recover from a crash, while it logs its progress', async () => {
    const recovering = 'for n in 1 2 3 4 5 6; do echo redo in progress; sleep 0.4; done';
    await ready(logging(`${recovering}; echo database system is ready to accept connections`), MAX_SILENCE_MS);
    expect(server?.exitCode).toBeNull();
  });

  it('is given up if it logs nothing', async () => {
    await expect(ready(logging('echo starting PostgreSQL'), MAX_SILENCE_MS)).rejects.toThrow(
      'the embedded PostgreSQL did not start, and logged nothing for a minute',
    );
  });
});
