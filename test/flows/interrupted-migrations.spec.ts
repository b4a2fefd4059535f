import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { migrate } from '#platform/app';
import { createDatabase } from '../harness/database.js';
import { BASE_ENVIRONMENT } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { HaltingPostgres } from '../harness/halting-postgres.js';

/** Nobody listens there. */
const NOWHERE = '127.0.0.1:1/engine';
/** The status of a shell for a program that SIGTERM ended. */
const TERMINATED = 143;

it('SIGTERM ends migrate as process 1 of a container', async () => {
  const inNamespace = ['--user', '--map-root-user', '--pid', '--fork', '--kill-child', '--'];
  const container = spawn('unshare', [...inNamespace, process.execPath, 'dist/bin/migrate.js'], {
    env: {
      ...BASE_ENVIRONMENT,
      DATABASE_URL: `postgres://app:x@${NOWHERE}`,
      DATABASE_OWNER_URL: `postgres://owner:x@${NOWHERE}`,
    },
  });
  const ended = once(container, 'exit');
  try {
    let output = '';
    container.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await eventually(async () => expect(output).toContain('waiting: PostgreSQL does not answer'), 60_000);
    const children = await readFile(`/proc/${container.pid}/task/${container.pid}/children`, 'utf8');
    process.kill(Number(children.trim()), 'SIGTERM');
    await eventually(async () => expect(container.exitCode).toBe(TERMINATED));
  } finally {
    container.kill('SIGKILL');
    await ended;
  }
});

it('PostgreSQL notices on each connection that changes the schema if the machine of migrate is gone', async () => {
  const database = await createDatabase();
  await database.query('drop schema public cascade; drop schema bullmq cascade; create schema public');
  const proxy = await HaltingPostgres.before(database.ownerUrl);
  await migrate(proxy.url, database.appUrl);
  const changing = proxy.startUps.filter((startUp) => startUp.includes('lock_timeout'));
  expect(changing.length).toBeGreaterThanOrEqual(2);
  for (const startUp of changing) expect(startUp).toMatch(/-c tcp_keepalives_idle=\d/);
  proxy.close();
  await database.drop();
});
