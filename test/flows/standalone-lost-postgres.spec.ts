import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import { Standalone } from '../harness/standalone.js';

/** Long enough for a busy machine. */
const START_MS = 60_000;
jest.setTimeout(3 * START_MS);

let standalone: Standalone;

beforeAll(async () => {
  standalone = await Standalone.create();
});
afterAll(() => standalone.remove());

it('npm start ends if its PostgreSQL is killed, and can be started again', async () => {
  const ready = (): Promise<void> =>
    eventually(
      async () => expect((await httpCall('GET', `${standalone.url}/engine/health/ready`)).status).toBe(200),
      START_MS,
    );
  const { ended, output } = standalone.start();
  await ready();
  const [pid = ''] = (await readFile(join(standalone.folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  expect(await ended).toBe(1);
  expect(output()).toMatch(/^the embedded PostgreSQL has ended \(SIGKILL\): start the engine again$/m);
  standalone.start();
  await ready();
});
