import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import { START_MS, Standalone } from '../harness/standalone.js';

jest.setTimeout(4 * START_MS);

describe('npm start', () => {
  let standalone: Standalone;

  beforeAll(async () => {
    standalone = await Standalone.create();
  });
  afterAll(() => standalone.remove());

  const start = async (): Promise<ReturnType<Standalone['start']>> => {
    const running = standalone.start();
    await standalone.ready();
    return running;
  };
  const expectNoPostgres = async (): Promise<void> =>
    eventually(async () => {
      await expect(readFile(join(standalone.folder, 'postgres/data/postmaster.pid'), 'utf8')).rejects.toThrow('ENOENT');
    });

  it('leaves no PostgreSQL behind if Ctrl-C is pressed twice', async () => {
    const { child, ended } = await start();
    // Signals that arrive together count as one.
    const pressing = setInterval(() => child.kill('SIGINT'), 100);
    expect(await ended).toBe(130);
    clearInterval(pressing);
    await expectNoPostgres();
  });

  it('stops with its PostgreSQL if its terminal is closed', async () => {
    const running = await start();
    expect(await running.end('SIGHUP')).toBe(0);
    await expectNoPostgres();
  });
});
