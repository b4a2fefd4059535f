import { cpus } from 'node:os';

const WATCH_MS = 500;

/**
 * Cores that are busy while the benchmark does nothing: what others on the machine take from the run that follows.
 * A run beside a busy neighbour tells nothing, and nobody would know it from its figures.
 */
export async function otherLoad(): Promise<number> {
  const before = times();
  await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  const after = times();
  return ((after.busy - before.busy) / (after.all - before.all)) * cpus().length;
}

function times(): { busy: number; all: number } {
  let busy = 0;
  let all = 0;
  for (const { times: { user, nice, sys, irq, idle } } of cpus()) {
    busy += user + nice + sys + irq;
    all += user + nice + sys + irq + idle;
  }
  return { busy, all };
}
