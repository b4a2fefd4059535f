import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scaled } from '../harness/scale.js';
import { Standalone } from '../harness/standalone.js';

type Refusal = [what: string, environment: Record<string, string>, line: RegExp];

/** `invalid-config.spec.ts` tests the line about each setting. */
const OF_OTHER_SETTINGS: readonly Refusal[] = [
  ['a wrong LOG_LEVEL', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL should be one of .*, not "loud"\n$/],
  [
    'a database that is none',
    { DATABASE_URL: 'mysql://localhost/x' },
    /^DATABASE_URL should be a URL that starts with postgres:\/\/.*\n$/,
  ],
  ['a short SECRETS_KEY', { SECRETS_KEY: 'c2hvcnQ=' }, /^SECRETS_KEY should be 32 bytes in base64, not 5 bytes.*\n$/],
  [
    'a Redis that is none',
    { REDIS_URL: 'localhost:6379' },
    /^REDIS_URL should be a URL that starts with redis:\/\/.*\n$/,
  ],
];

describe('npm start that cannot start', () => {
  let standalone: Standalone;

  beforeEach(async () => {
    standalone = await Standalone.create();
  });
  afterEach(() => standalone.remove());

  it.each<Refusal>([
    ['a wrong PORT', { PORT: 'http' }, /^PORT should be a port number from 0 to 65535, not "http"\n$/],
    [
      'a HOST that is no address',
      { HOST: 'no.such.host.invalid' },
      /^HOST should be an address of this machine, not .*\n$/,
    ],
    ['a HOST of another machine', { HOST: '192.0.2.1' }, /^HOST should be an address of this machine, not .*\n$/],
    [
      'its own database but no secrets',
      { DATABASE_URL: 'postgres://a:b@localhost/x' },
      /^SECRETS_KEY is missing: it should be 32 bytes in base64.*\n$/,
    ],
    ...scaled<readonly Refusal[]>([], OF_OTHER_SETTINGS),
  ])('prints one line about %s', async (_what, environment, line) => {
    const { output, ended } = standalone.start(environment);
    expect(await ended).toBe(1);
    expect(output()).toMatch(line);
  });

  it('prints one line if the port is in use', async () => {
    const taken = createServer().listen(standalone.port, '127.0.0.1');
    const { output, ended } = standalone.start();
    expect(await ended).toBe(1);
    expect(output()).toBe(`PORT should be a free port, not ${standalone.port}: another program has it on 127.0.0.1\n`);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('prints one line if the data folder cannot be written', async () => {
    const file = join(standalone.folder, 'file');
    await writeFile(file, '');
    const { output, ended } = standalone.start({ DATA_DIR: join(file, 'below') });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^DATA_DIR should be a folder that can be written to; .*\n$/);
  });

  it('prints one line if the folder for temporary files, where PostgreSQL has its socket, cannot be written', async () => {
    const { output, ended } = standalone.start({ TMPDIR: join(standalone.folder, 'nothing') });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^TMPDIR should be a folder that can be written to; \S+nothing cannot: .*\n$/);
  });

  it('prints one line if a key cannot be written, as on a full disk, and leaves no empty one', async () => {
    await symlink('/dev/full', join(standalone.folder, 'secrets.key.new'));
    const { output, ended } = standalone.start();
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^DATA_DIR should be a folder that can be written to; .*secrets\.key cannot: ENOSPC.*\n$/);
    expect(existsSync(join(standalone.folder, 'secrets.key'))).toBe(false);
  });

  it('prints one line if a restore was killed before the data folder was there again', async () => {
    const data = join(standalone.folder, 'data');
    await mkdir(`${data}.restoring`);
    const { output, ended } = standalone.start({ DATA_DIR: data });
    expect(await ended).toBe(1);
    expect(output()).toBe(
      `DATA_DIR ${data} has no data, and a restore of it has not ended: run "edifyd restore" again, or remove ${data}.restoring\n`,
    );
    expect(existsSync(data)).toBe(false);
  });

  it('prints one line if the parent folder allows no folders, for which Node would retry forever', async () => {
    const { output, ended } = standalone.start({ DATA_DIR: '/proc/nope' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^DATA_DIR should be a folder that can be written to; \/proc\/nope cannot: .*\n$/);
  });
});
