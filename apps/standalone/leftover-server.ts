import { readFile, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '#platform/config';

const STOP_TIMEOUT_MS = 10_000;
const STOP_CHECK_MS = 20;
const PID_FILE = 'postmaster.pid';

/** Lines of {@link PID_FILE}, from 0 (PostgreSQL's `utils/pidfile.h`). */
const PID_LINE = 0;
const SOCKET_FOLDER_LINE = 4;

/** Stops a server of this cluster that still runs because the process that started it was killed. */
export async function stopLeftover(data: string): Promise<void> {
  const pid = await leftoverPid(data);
  if (pid === null) return removeForeignPid(data);
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isRunning(pid)) {
    if (Date.now() > deadline)
      throw new StartError(`an earlier PostgreSQL (process ${pid}) still runs on ${data} and does not stop`);
    await sleep(STOP_CHECK_MS);
  }
}

/** The process id of a server that runs on a cluster; null: none. */
export async function leftoverPid(data: string): Promise<number | null> {
  const pid = Number(await lineOfPidFile(data, PID_LINE));
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return null;
  // The process id may be another program's by now: the server's working folder is this folder.
  return (await worksIn(pid, data)) === false ? null : pid;
}

/** The folder of the socket of a server that runs on a cluster, whoever started it; null: it is not known. */
export async function socketFolderOf(data: string): Promise<string | null> {
  return (await lineOfPidFile(data, SOCKET_FOLDER_LINE)) || null;
}

/**
 * Removes the file of a killed server if another program, or a thread, has its process id by now: PostgreSQL would take
 * it for a server that still runs, at each start. After a restart of a container, the same ids are given again. As long
 * as a process of the killed server runs, the file stays, by which PostgreSQL recognises that.
 */
async function removeForeignPid(data: string): Promise<void> {
  const pid = Number(await lineOfPidFile(data, PID_LINE));
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return;
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (await isAnyIn(data)) {
    if (Date.now() > deadline) return;
    await sleep(STOP_CHECK_MS);
  }
  await rm(join(data, PID_FILE), { force: true });
}

/** Whether a process works in a folder. The other processes of a killed server end a moment after it. */
async function isAnyIn(folder: string): Promise<boolean> {
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name) && (await worksIn(Number(name), folder)) === true) return true;
  }
  return false;
}

/** Whether the working folder of a process is this folder; null: it cannot be read. */
async function worksIn(pid: number, folder: string): Promise<boolean | null> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(folder));
  } catch {
    return null;
  }
}

async function lineOfPidFile(data: string, line: number): Promise<string> {
  const text = await readFile(join(data, PID_FILE), 'utf8').catch(() => '');
  return text.split('\n')[line] ?? '';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
