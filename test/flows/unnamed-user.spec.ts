import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

/** Its user id has no entry in the list of the machine's users, as in many containers. */
const UNNAMED = ['--user', '--map-user=12345', '--map-group=12345', '--'];

it('the embedded PostgreSQL starts for a user id without a name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'unnamed-'));
  const script = `
    import { EmbeddedPostgres } from './dist/apps/standalone/embedded-postgres.js';
    const postgres = await EmbeddedPostgres.start({ folder: ${JSON.stringify(folder)}, durable: false });
    await postgres.stop();
    console.log('started by', process.getuid());`;
  const node = [process.execPath, '--input-type=module', '--eval', script];
  const { status, stdout, stderr } = spawnSync('unshare', [...UNNAMED, ...node], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'started by 12345\n', stderr: '' });
  await rm(folder, { recursive: true });
});
