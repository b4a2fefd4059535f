import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '#platform/config';
import { jsonFields } from '#platform/json';
import { messageOf } from '#platform/thrown';
import { isMissingOrEmpty, linkedFolder, restoringFolder, takeDataFolder } from '../data-folder.js';
import { LOCK_FILE } from '../data-folder-lock.js';
import { EmbeddedPostgres } from '../embedded-postgres.js';
import { FORMAT, MANIFEST } from './back-up.js';
import { copyFolder, emptyFolder, flush, flushFolder, isInside } from './copy-folder.js';

export interface RestoreResult {
  readonly files: number;
  /** Where the former data folder is now; null: there was none. */
  readonly replaced: string | null;
}

/**
 * Makes a data folder from a backup. A former one is moved aside, never deleted, and stays where it is until the copy
 * is complete.
 * @param overwrite false: refuses a folder that has something in it
 * @throws StartError in one line
 */
export async function restore(backup: string, dataDir: string, overwrite: boolean): Promise<RestoreResult> {
  await demandBackup(backup);
  // A symbolic link stays, and the folders are exchanged on the disk to which it leads.
  const folder = linkedFolder(dataDir);
  const restoring = restoringFolder(dataDir);
  if (isInside(restoring, backup))
    throw new StartError(`DATA_DIR ${dataDir} is in the backup ${backup}: set it to a folder outside of it`);
  const isEmpty = isMissingOrEmpty(dataDir);
  if (!isEmpty && !overwrite)
    throw new StartError(`DATA_DIR ${dataDir} has data: add --overwrite to move it aside and restore the backup`);
  // Locked until it has its new name: no engine starts with it meanwhile.
  const release = isEmpty ? null : await takeUnused(dataDir);
  const isRepeated = existsSync(restoring);
  try {
    // The folder itself stays: while there is no data folder, it keeps the engine from starting with an empty one.
    await mkdir(restoring, { recursive: true, mode: 0o700 });
    await emptyFolder(restoring);
    const files = await copyFolder(backup, restoring, (path) => path !== MANIFEST);
    await flushFolder(restoring);
    const replaced = isEmpty ? null : `${folder}.replaced-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    if (replaced !== null) await exchange(folder, replaced, restoring);
    else {
      await rmdir(folder).catch(() => undefined);
      await rename(restoring, folder);
    }
    await flush(dirname(folder));
    if (replaced !== null) await rm(join(replaced, LOCK_FILE), { force: true });
    return { files, replaced };
  } catch (error) {
    await emptyFolder(restoring).catch(() => undefined);
    if (!isRepeated) await rmdir(restoring).catch(() => undefined);
    release?.();
    throw new StartError(`the backup was not restored: ${messageOf(error)}`);
  }
}

async function demandBackup(backup: string): Promise<void> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(backup, MANIFEST), 'utf8'));
    if (jsonFields(manifest)['format'] === FORMAT) return;
  } catch {
    // Refused below, like a manifest of another format.
  }
  throw new StartError(`${backup} is no backup: it should be a folder that "edifyd backup" made (with a ${MANIFEST})`);
}

/** @returns unlocks it */
async function takeUnused(dataDir: string): Promise<() => void> {
  const release = takeDataFolder(dataDir);
  if (!existsSync(join(dataDir, 'postgres')) || !(await EmbeddedPostgres.isRunning(join(dataDir, 'postgres'))))
    return release;
  release();
  throw new StartError(`DATA_DIR ${dataDir} is in use by a PostgreSQL: start and stop its engine first`);
}

/**
 * Moves a folder aside, and another one to its place.
 * @throws the error of the file system: the first folder is where it was
 */
export async function exchange(folder: string, aside: string, successor: string): Promise<void> {
  await rename(folder, aside);
  try {
    await rename(successor, folder);
  } catch (error) {
    await rename(aside, folder);
    throw error;
  }
}
