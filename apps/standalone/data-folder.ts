import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StartError(`DATA_DIR should be a folder that can be written to; ${folder} cannot: ${messageOf(error)}`);
  }
  const file = join(folder, 'engine.pid');
  const holder = runningHolder(file);
  if (holder !== null)
    throw new StartError(
      `DATA_DIR ${folder} is in use by the engine with process id ${holder}: stop it, or set DATA_DIR to another folder`,
    );
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
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
