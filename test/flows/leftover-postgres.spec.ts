import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { START_MS } from '../harness/standalone.js';
import { EmbeddedPostgres } from '../../apps/standalone/embedded-postgres.js';

describe('the server of a process that was killed', () => {
  let parent: string;
  let folder: string;
  let server: EmbeddedPostgres;
  let other: ChildProcess | undefined;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'leftover-'));
    folder = join(parent, 'postgres');
    server = await EmbeddedPostgres.start({ folder, durable: false });
  }, START_MS);
  afterEach(() => void other?.kill());
  afterAll(async () => {
    await server.stop();
    await rm(parent, { recursive: true });
  });

  const pidFile = (): Promise<string> => readFile(join(folder, 'data/postmaster.pid'), 'utf8');
  const ended = async (pid: number): Promise<void> => {
    while (
      await readFile(`/proc/${pid}/cmdline`, 'utf8').then(
        (text) => text !== '',
        () => false,
      )
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const answer = async (postgres: EmbeddedPostgres): Promise<unknown> => {
    const client = new pg.Client({ connectionString: postgres.ownerUrl('postgres') });
    await client.connect();
    const { rows } = await client.query('select 1 as one');
    await client.end();
    return rows;
  };

  it(
    'is stopped and replaced, also if a link leads to its folder',
    async () => {
      const link = join(parent, 'link');
      await symlink(folder, link);
      expect(await EmbeddedPostgres.isRunning(link)).toBe(true);
      server = await EmbeddedPostgres.start({ folder: link, durable: false });
      expect(await answer(server)).toEqual([{ one: 1 }]);
    },
    START_MS,
  );

  it(
    'does not prevent the next start if another program has its process id',
    async () => {
      const text = await pidFile();
      const pid = Number(text.split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      await ended(pid);
      other = spawn('sleep', ['600'], { cwd: parent });
      await once(other, 'spawn');
      await writeFile(join(folder, 'data/postmaster.pid'), text.replace(String(pid), String(other.pid)));
      server = await EmbeddedPostgres.start({ folder, durable: false });
      expect(await answer(server)).toEqual([{ one: 1 }]);
      expect(other.exitCode).toBeNull();
    },
    START_MS,
  );

  it('can be connected to by a process with another folder for temporary files', async () => {
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = parent;
    try {
      const running = await EmbeddedPostgres.running({ folder, durable: false });
      expect(await answer(running)).toEqual([{ one: 1 }]);
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
  });
});
