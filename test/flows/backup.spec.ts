import { spawn } from 'node:child_process';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { copyRunningDatabase } from '../../apps/standalone/backup/copy-database.js';
import { publishedCourse } from '../factories/courses.js';
import { createDatabase } from '../harness/database.js';
import { BASE_ENVIRONMENT } from '../harness/engine-process.js';
import { scaled } from '../harness/scale.js';
import { START_MS, Standalone } from '../harness/standalone.js';
import type { TestTenant } from '../harness/tenant.js';

jest.setTimeout(4 * START_MS);

const about = (topic: string): object => ({ event: 'signal.audit', data: { site: 'Site A', topic } });
const isKept = (name: string): boolean => name !== 'backup.json';

interface Run {
  readonly status: number | null;
  readonly output: string;
}

describe('edifyd backup and restore', () => {
  let standalone: Standalone;
  let folder: string;
  let dataDir: string;

  beforeEach(async () => {
    standalone = await Standalone.create();
    ({ parentFolder: folder, folder: dataDir } = standalone);
  });
  afterEach(() => standalone.remove());

  const edifyd = async (...args: string[]): Promise<Run> => {
    const child = spawn(process.execPath, ['dist/bin/edifyd.js', ...args], {
      env: { ...BASE_ENVIRONMENT, DATA_DIR: dataDir, PORT: String(standalone.port), LOG_LEVEL: 'silent' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { status, output };
  };
  const start = (): Promise<TestTenant> => {
    standalone.start();
    return standalone.ready();
  };
  const refused = async (...args: string[]): Promise<string> => {
    const { status, output } = await edifyd(...args);
    expect(status).toBe(1);
    return output;
  };

  it('bring back an engine that was lost, as it was while it ran', async () => {
    const acme = await start();
    expect((await acme.send(about('Before'))).status).toBe(200);
    const course = await publishedCourse(acme, { title: 'Lockout', content: '## Steps\n\nStop, lock, test.' });
    const sending = Promise.all(
      Array.from({ length: scaled(30, 100) }, (_, index) => acme.send(about(`Meanwhile ${index}`))),
    );
    const backup = join(folder, 'monday');
    expect(await edifyd('backup', backup)).toMatchObject({
      status: 0,
      output: expect.stringMatching(/while the engine ran/),
    });
    expect((await sending).every(({ status }) => status === 200)).toBe(true);
    expect((await stat(backup)).mode & 0o777).toBe(0o700);
    await acme.send(about('After'));
    await standalone.latest?.end('SIGKILL');
    // PostgreSQL, which the engine started, ends after it.
    await rm(dataDir, { recursive: true, maxRetries: 20, retryDelay: 50 });
    expect(await edifyd('restore', backup)).toMatchObject({ status: 0 });

    const restored = await start();
    const topics = (await restored.resolvedNeeds()).map(({ topic }) => topic);
    expect(topics).toContain('Before');
    expect(topics).not.toContain('After');
    expect((await restored.send(about('Now'))).status).toBe(200);
    const exported = await restored.call('GET', `/courses/${course.id}/export?format=scorm12`);
    expect([exported.status, Buffer.from(await exported.arrayBuffer()).toString('latin1', 0, 2)]).toEqual([200, 'PK']);

    expect(await refused('backup', backup)).toBe(`${backup} exists already: name a new folder\n`);
    expect(await refused('backup', join(dataDir, 'copy'))).toBe(
      `${join(dataDir, 'copy')} is in DATA_DIR ${dataDir}, which is copied: name a folder outside of it\n`,
    );
    expect(await refused('restore', folder)).toMatch(/is no backup: it should be a folder that "edifyd backup" made/);
    expect(await refused('restore', backup)).toBe(
      `DATA_DIR ${dataDir} has data: add --overwrite to move it aside and restore the backup\n`,
    );
    expect(await refused('restore', backup, '--overwrite')).toMatch(/is in use by the engine with process id/);
    await standalone.latest?.end('SIGINT');
    expect((await edifyd('backup', join(folder, 'cold'))).output).toMatch(/the engine is stopped/);
    expect((await edifyd('restore', join(folder, 'cold'), '--overwrite')).status).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith('data.replaced-'))).toHaveLength(1);
    expect(await readdir(dataDir)).toEqual(await readdir(join(folder, 'cold')).then((names) => names.filter(isKept)));
  });

  it('copy no backup into itself', async () => {
    await writeFile(join(folder, 'backup.json'), '{"format":1}');
    expect(await refused('restore', folder)).toBe(
      `DATA_DIR ${dataDir} is in the backup ${folder}: set it to a folder outside of it\n`,
    );
  });

  it('say in one line that the file system refuses a folder', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres/complete'), '');
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await refused('backup', join(file, 'monday'))).toMatch(/^ENOTDIR: .*monday.*\n$/);
  });

  it('report why the connection was lost if PostgreSQL stops meanwhile', async () => {
    const database = await createDatabase();
    for (let file = 0; file < 300; file++) await writeFile(join(dataDir, String(file)), '');
    // Ends the session after the backup has begun, while the files are copied.
    await database.query(`create schema planted;
      create function planted.pg_walfile_name(lsn pg_lsn) returns text language sql as $$
        select set_config('idle_session_timeout', '1', false);
        select pg_catalog.pg_walfile_name(lsn) $$`);
    const url = `${database.ownerUrl}&options=${encodeURIComponent('-c search_path=planted,pg_catalog')}`;
    await expect(copyRunningDatabase(url, dataDir, join(folder, 'copy'))).rejects.toThrow(
      'terminating connection due to idle-session timeout',
    );
    await database.drop();
  });
});
