import { lstat, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takeDataFolder } from '../data-folder.js';
import { exchange, restore } from './restore.js';

let parent: string;
let backup: string;
let dataDir: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'restore-'));
  backup = join(parent, 'monday');
  dataDir = join(parent, 'below', 'data');
  await mkdir(backup);
  await writeFile(join(backup, 'backup.json'), '{"format":1}');
  await writeFile(join(backup, 'secrets.key'), 'key');
});
afterEach(() => rm(parent, { recursive: true }));

/** As a restore that was killed while it copied. */
const killed = async (): Promise<void> => {
  await mkdir(`${dataDir}.restoring/half`, { recursive: true });
};

describe('a restore', () => {
  it('makes the data folder on a new machine, with the folders above it', async () => {
    expect(await restore(backup, dataDir, false)).toEqual({ files: 1, replaced: null });
    expect(await readdir(dataDir)).toEqual(['secrets.key']);
  });

  it.each(['missing', 'empty'])(
    'that was killed keeps the engine from starting without data if the folder was %s, until it is run again',
    async (state) => {
      await killed();
      if (state === 'empty') await mkdir(dataDir);
      expect(() => takeDataFolder(dataDir)).toThrow(
        / has no data, and a restore of it has not ended: run "edifyd restore"/,
      );
      await restore(backup, dataDir, false);
      takeDataFolder(dataDir)();
      expect(await readdir(join(parent, 'below'))).toEqual(['data']);
    },
  );

  it('that is run again, and fails, still keeps the engine from starting without data', async () => {
    await killed();
    await symlink(join(parent, 'nothing'), join(backup, 'postgres'));
    await expect(restore(backup, dataDir, false)).rejects.toThrow('the backup was not restored: ENOENT');
    expect(await readdir(`${dataDir}.restoring`)).toEqual([]);
    expect(() => takeDataFolder(dataDir)).toThrow(/a restore of it has not ended/);
  });

  describe('to a symbolic link', () => {
    let disk: string;

    beforeEach(async () => {
      disk = join(parent, 'disk');
      await mkdir(join(parent, 'below'));
      await mkdir(disk);
      await symlink(join(disk, 'data'), dataDir);
    });

    const expectRestored = async (): Promise<void> => {
      expect((await lstat(dataDir)).isSymbolicLink()).toBe(true);
      expect(await readdir(join(disk, 'data'))).toEqual(['secrets.key']);
      expect(await readdir(join(parent, 'below'))).toEqual(['data']);
    };

    it('exchanges the folders on the disk to which it leads', async () => {
      await mkdir(join(disk, 'data'));
      await writeFile(join(disk, 'data/secrets.key'), 'former');
      const { replaced } = await restore(backup, dataDir, true);
      await expectRestored();
      expect(dirname(replaced ?? '')).toBe(disk);
      expect(await readFile(join(replaced ?? '', 'secrets.key'), 'utf8')).toBe('former');
    });

    it.each(['missing', 'empty'])('makes the data folder on that disk if it is %s there', async (state) => {
      if (state === 'empty') await mkdir(join(disk, 'data'));
      expect(await restore(backup, dataDir, false)).toEqual({ files: 1, replaced: null });
      await expectRestored();
    });

    it('keeps the engine from starting without data if it was killed between the two folders', async () => {
      await mkdir(join(disk, 'data.restoring'));
      expect(() => takeDataFolder(dataDir)).toThrow(/ has no data, and a restore of it has not ended/);
      await restore(backup, dataDir, false);
      takeDataFolder(dataDir)();
      await expectRestored();
    });
  });

  it('leaves the former data folder where it is if its successor cannot be put there', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'secrets.key'), 'former');
    await expect(exchange(dataDir, `${dataDir}.replaced`, join(parent, 'nothing'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(dataDir, 'secrets.key'), 'utf8')).toBe('former');
  });
});
