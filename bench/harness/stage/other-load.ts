import { cpus } from 'node:os';

const WATCH_MS = 500;

/** The number of cores in use by others above which a run is not trusted. */
const BUSY = 0.2;

/** The note about a run that is not trusted. */
export function busyNote(others: number): string {
  return others > BUSY ? `  (others keep ${others.toFixed(1)} cores busy)` : '';
}

/**
 * Waits, for a limited time, until no other process uses the machine, because figures measured beside a busy
 * neighbour are wrong without any sign of it. Call it while the benchmark itself is idle.
 * @returns the cores in use by others at the end of the wait
 */
export async function quiet(patienceSeconds: number): Promise<number> {
  const deadline = performance.now() + patienceSeconds * 1000;
  let others = await busyCores(WATCH_MS);
  while (others > BUSY && performance.now() < deadline) others = await busyCores(WATCH_MS);
  return others;
}

/** The cores in use on the machine, by whatever, during the next milliseconds. */
export async function busyCores(milliseconds: number): Promise<number> {
  const before = times();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const after = times();
  return ((after.busy - before.busy) / (after.all - before.all)) * cpus().length;
}

function times(): { busy: number; all: number } {
  let busy = 0;
  let all = 0;
  for (const {
    times: { user, nice, sys, irq, idle },
  } of cpus()) {
    busy += user + nice + sys + irq;
    all += user + nice + sys + irq + idle;
  }
  return { busy, all };
}
