import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { backUp } from './back-up.js';

let parent: string;
let dataDir: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'copy-folder-'));
  dataDir = join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true }));

it('copies a database that was moved to another disk, but nothing else that a link leads to', async () => {
  const disk = join(parent, 'disk');
  await mkdir(join(disk, 'data'), { recursive: true });
  await mkdir(join(parent, 'log'));
  await writeFile(join(disk, 'complete'), '');
  await writeFile(join(disk, 'data/PG_VERSION'), '18');
  await writeFile(join(parent, 'log/0001'), 'log');
  await symlink(join(parent, 'log'), join(disk, 'data/pg_wal'));
  await mkdir(dataDir);
  await symlink(disk, join(dataDir, 'postgres'));
  await symlink(parent, join(dataDir, 'all'));

  const { folder, files } = await backUp(dataDir, join(parent, 'monday'));
  expect(files).toBe(3);
  expect(await readFile(join(folder, 'postgres/data/pg_wal/0001'), 'utf8')).toBe('log');
  expect((await readdir(folder)).toSorted()).toEqual(['backup.json', 'postgres']);
});
