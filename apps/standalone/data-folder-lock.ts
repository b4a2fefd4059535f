import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#platform/config';

/** In the data folder. */
export const LOCK_FILE = 'engine.pid';

/** Longer than a process takes from creating its file to writing it. */
const WRITTEN_WITHIN_MS = 2_000;

/** The state of a process that has ended, and whose parent does not know it yet. */
const ZOMBIE = 'Z';
/** The place of the start of a process in `/proc/…/stat`, from 0 after the name of its program. */
const START_FIELD = 19;

/**
 * Locks a data folder by a file that names this process. Of several processes that start at the same moment, one gets
 * the lock: the others would take its PostgreSQL for one that a killed process has left behind, and stop it.
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
    writeFileSync(file, `${process.pid} ${startOf(process.pid) ?? ''}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Removes the file of a process that was killed. One process at a time looks and removes: otherwise one of them could
 * remove the file that another has created after it had removed the same leftover.
 * @throws StartError if the process is running
 */
function removeLeftover(folder: string, file: string): void {
  const turn = `${file}.removing`;
  if (!isCreated(turn)) {
    if (holderOf(turn) === null) rmSync(turn, { force: true });
    return;
  }
  try {
    const holder = holderOf(file);
    if (holder !== null)
      throw new StartError(
        `DATA_DIR ${folder} is in use by the engine ${holder}: stop it, or set DATA_DIR to another folder`,
      );
    rmSync(file, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

/** The running process that has created a file, in words; null: it has ended, or there is no file. */
function holderOf(file: string): string | null {
  try {
    const [id = '', start] = readFileSync(file, 'utf8').split(' ');
    if (id === '') return Date.now() - statSync(file).mtimeMs < WRITTEN_WITHIN_MS ? 'that is just starting' : null;
    const pid = Number(id);
    const isRunning = pid !== process.pid && startOf(pid) !== null && (start ?? startOf(pid)) === startOf(pid);
    return isRunning ? `with process id ${pid}` : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * When a process began, in Linux' ticks since the start of the machine; null: it is not running. By the process id
 * alone, another program that has it since would keep the folder locked, or a thread: after a restart of a container,
 * the same ids are given again.
 */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may contain blanks. After it, the first field is the state.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === ZOMBIE ? null : (fields[START_FIELD] ?? null);
  } catch {
    return null;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
