import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '#platform/config';

const STOP_TIMEOUT_MS = 10_000;

/** Stops a server of this cluster that still runs because the process that started it was killed. */
export async function stopLeftover(data: string): Promise<void> {
  const pid = await leftoverPid(data);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isRunning(pid)) {
    if (Date.now() > deadline)
      throw new StartError(`an earlier PostgreSQL (process ${pid}) still runs on ${data} and does not stop`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The process id of a server that runs on a cluster; null: none. */
export async function leftoverPid(data: string): Promise<number | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return null;
  // The process id may be another program's by now: the server's working folder is this folder.
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => data);
  return workingFolder === data ? pid : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
