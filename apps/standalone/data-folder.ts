import { existsSync, mkdirSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { StartError } from '#platform/config';
import { messageOf } from '#platform/thrown';
import { lockDataFolder } from './data-folder-lock.js';

/**
 * The folder to which a path leads, which may be a symbolic link to another disk. The folder need not exist: a restore
 * that is killed while it exchanges the folders leaves the link only.
 */
export function linkedFolder(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    return path;
  }
}

/**
 * The folder in which `edifyd restore` copies a backup, before it becomes the data folder: on the same disk, beside the
 * folder itself.
 */
export function restoringFolder(folder: string): string {
  return `${linkedFolder(folder)}.restoring`;
}

export function isMissingOrEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    // Not a folder, or not readable: creating files in it fails with the reason.
    return !existsSync(folder);
  }
}

/** Creates and locks the data folder. @returns unlocks it */
export function takeDataFolder(folder: string): () => void {
  // Otherwise the engine would start with new keys and without data.
  if (isMissingOrEmpty(folder) && existsSync(restoringFolder(folder)))
    throw new StartError(
      `DATA_DIR ${folder} has no data, and a restore of it has not ended: run "edifyd restore" again, or remove ${restoringFolder(folder)}`,
    );
  try {
    makeFolder(folder);
    return lockDataFolder(folder);
  } catch (error) {
    throw error instanceof StartError ? error : notWritable(folder, error);
  }
}

/** A folder of somebody else, a read-only file system, or a full disk. */
function notWritable(folder: string, error: unknown): StartError {
  return new StartError(`DATA_DIR should be a folder that can be written to; ${folder} cannot: ${messageOf(error)}`);
}

/**
 * The text of a file of the data folder that only its owner may read; created if it is missing. It gets its name when
 * it is on the disk: a start that is killed, or whose disk is full, leaves no empty file.
 */
export async function readOrMake(file: string, make: () => string): Promise<string> {
  try {
    if (!existsSync(file)) {
      await writeFile(`${file}.new`, make(), { mode: 0o600, flush: true });
      await rename(`${file}.new`, file);
    }
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw notWritable(file, error);
  }
}

/**
 * Creates a folder and its parents. Node's `recursive` never ends if the parent exists but accepts no folders, like
 * /proc.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have created it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}
