import { cpus } from 'node:os';

const WATCH_MS = 500;

/** Cores in use by others from which a run is not to be trusted. */
const BUSY = 0.2;

/** What is said behind a run that is not to be trusted. */
export function busyNote(others: number): string {
  return others > BUSY ? `  (others keep ${others.toFixed(1)} cores busy)` : '';
}

/**
 * Waits, for a limited time, until others leave the machine alone: a run beside a busy neighbour tells nothing, and
 * nobody would know it from its figures. To be called while the benchmark itself does nothing.
 * @returns the cores that others keep busy at the end of the wait
 */
export async function quiet(patienceSeconds: number): Promise<number> {
  const deadline = performance.now() + patienceSeconds * 1000;
  let others = await otherLoad();
  while (others > BUSY && performance.now() < deadline) others = await otherLoad();
  return others;
}

async function otherLoad(): Promise<number> {
  const before = times();
  await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
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
