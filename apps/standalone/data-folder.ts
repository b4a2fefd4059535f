import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '#platform/config';
import { messageOf } from '#platform/thrown';

/** The folder in which `edifyd restore` copies a backup, before it becomes the data folder. */
export function restoringFolder(folder: string): string {
  return `${folder}.restoring`;
}

/** Creates and locks the data folder. @returns unlocks it */
export function takeDataFolder(folder: string): () => void {
  // Otherwise the engine would start with new keys and without data.
  if (!existsSync(folder) && existsSync(restoringFolder(folder)))
    throw new StartError(
      `DATA_DIR ${folder} is missing, and a restore of it has not ended: run "edifyd restore" again, or remove ${restoringFolder(folder)}`,
    );
  const file = join(folder, 'engine.pid');
  try {
    makeFolder(folder);
    const holder = runningHolder(file);
    if (holder !== null)
      throw new StartError(
        `DATA_DIR ${folder} is in use by the engine with process id ${holder}: stop it, or set DATA_DIR to another folder`,
      );
    writeFileSync(file, String(process.pid));
  } catch (error) {
    throw error instanceof StartError ? error : notWritable(folder, error);
  }
  return () => rmSync(file, { force: true });
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
  mkdirSync(folder, { mode: 0o700 });
}

/** The process that holds the lock, or null: a killed process leaves its file behind. */
function runningHolder(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    process.kill(pid, 0);
    // Another program may have the process id since.
    return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').match(/standalone|edifyd/) !== null
      ? pid
      : null;
  } catch {
    return null;
  }
}
