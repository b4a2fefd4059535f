import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#platform/config';

/** In the data folder. */
export const LOCK_FILE = 'engine.pid';

/** Longer than a process takes from creating its file to writing it. */
const WRITTEN_WITHIN_MS = 2_000;

/**
 * Locks a data folder by a file with the id of this process. Of several processes that start at the same moment, one
 * gets the lock: the others would take its PostgreSQL for one that a killed process has left behind, and stop it.
 * @returns unlocks it
 * @throws StartError if another process has it
 */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, LOCK_FILE);
  while (!isCreated(file)) removeLeftover(folder, file);
  return () => rmSync(file, { force: true });
}

/** @returns false if it exists */
function isCreated(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes the file of a process that was killed. @throws StartError if it is running */
function removeLeftover(folder: string, file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    const text = readFileSync(file, 'utf8');
    const holder = holderBy(text, statSync(file).mtimeMs);
    if (holder !== null)
      throw new StartError(
        `DATA_DIR ${folder} is in use by the engine ${holder}: stop it, or set DATA_DIR to another folder`,
      );
    renameSync(file, aside);
    // Another process that has found the same file may have removed it, and created its own.
    if (readFileSync(aside, 'utf8') === text) rmSync(aside);
    else renameSync(aside, file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** The running process that has written this, in words, or null. */
function holderBy(text: string, writtenAt: number): string | null {
  if (text === '') return Date.now() - writtenAt < WRITTEN_WITHIN_MS ? 'that is just starting' : null;
  try {
    const pid = Number(text);
    process.kill(pid, 0);
    // Another program may have the process id since.
    return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').match(/standalone|edifyd/) !== null
      ? `with process id ${pid}`
      : null;
  } catch {
    return null;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
