import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ready } from './postgres-server.js';

const MOST_SILENCE_MS = 1_500;

let server: ChildProcess | undefined;
afterEach(() => void server?.kill());

/** A server that logs what this script prints. */
const logging = (script: string): ChildProcess =>
  (server = spawn('sh', ['-c', `{ ${script}; } >&2; exec sleep 60`], { stdio: ['ignore', 'ignore', 'pipe'] }));

describe('the embedded PostgreSQL', () => {
  it('is given the time that it needs to recover from a crash, while it logs its progress', async () => {
    const recovering = 'for n in 1 2 3 4 5 6; do echo redo in progress; sleep 0.4; done';
    await ready(logging(`${recovering}; echo database system is ready to accept connections`), MOST_SILENCE_MS);
    expect(server?.exitCode).toBeNull();
  });

  it('is given up if it logs nothing', async () => {
    await expect(ready(logging('echo starting PostgreSQL'), MOST_SILENCE_MS)).rejects.toThrow(
      'the embedded PostgreSQL did not start, and logged nothing for a minute',
    );
  });
});
