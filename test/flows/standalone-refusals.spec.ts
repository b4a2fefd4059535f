import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Standalone } from '../harness/standalone.js';

describe('npm start that cannot start', () => {
  let standalone: Standalone;

  beforeEach(async () => {
    standalone = await Standalone.create();
  });
  afterEach(() => standalone.remove());

  it.each([
    ['a wrong PORT', { PORT: 'http' }, /^PORT should be a port number from 0 to 65535, not "http"\n$/],
    ['a wrong LOG_LEVEL', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL should be one of .*, not "loud"\n$/],
    [
      'a database that is none',
      { DATABASE_URL: 'mysql://localhost/x' },
      /^DATABASE_URL should be a URL that starts with postgres:\/\/.*\n$/,
    ],
    ['a short SECRETS_KEY', { SECRETS_KEY: 'c2hvcnQ=' }, /^SECRETS_KEY should be 32 bytes in base64, not 5 bytes.*\n$/],
    [
      'its own database but no secrets',
      { DATABASE_URL: 'postgres://a:b@localhost/x' },
      /^SECRETS_KEY is missing: it should be 32 bytes in base64.*\n$/,
    ],
    [
      'a Redis that is none',
      { REDIS_URL: 'localhost:6379' },
      /^REDIS_URL should be a URL that starts with redis:\/\/.*\n$/,
    ],
  ])('prints one line about %s', async (_what, environment, line) => {
    const { output, ended } = standalone.start(environment);
    expect(await ended).toBe(1);
    expect(output()).toMatch(line);
  });

  it('prints one line if the port is in use', async () => {
    const taken = createServer().listen(standalone.port, '127.0.0.1');
    const { output, ended } = standalone.start();
    expect(await ended).toBe(1);
    expect(output()).toBe(
      `PORT: port ${standalone.port} on 127.0.0.1 is taken by another program; set PORT to a free one\n`,
    );
    await new Promise((resolve) => taken.close(resolve));
  });

  it('prints one line if the data folder cannot be written', async () => {
    const file = join(standalone.folder, 'file');
    await writeFile(file, '');
    const { output, ended } = standalone.start({ DATA_DIR: join(file, 'below') });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^DATA_DIR should be a folder that can be written to; .*\n$/);
  });

  it('prints one line if a restore was killed before the data folder was there again', async () => {
    const data = join(standalone.folder, 'data');
    await mkdir(`${data}.restoring`);
    const { output, ended } = standalone.start({ DATA_DIR: data });
    expect(await ended).toBe(1);
    expect(output()).toBe(
      `DATA_DIR ${data} is missing, and a restore of it has not ended: run "edifyd restore" again, or remove ${data}.restoring\n`,
    );
    expect(existsSync(data)).toBe(false);
  });

  it('prints one line if the parent folder allows no folders, for which Node would retry forever', async () => {
    const { output, ended } = standalone.start({ DATA_DIR: '/proc/nope' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^DATA_DIR should be a folder that can be written to; \/proc\/nope cannot: .*\n$/);
  });
});
