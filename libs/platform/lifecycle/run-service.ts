import { runMain } from './run-main.js';

/** Has `step` run when the process is to stop: the step that was given last comes first. */
export type OnStop = (step: () => Promise<void>) => void;

/** Orchestrators send SIGKILL after ten seconds or more; what has not ended by then hangs on something that is gone. */
const LAST_RESORT_MS = 8_000;

/** As a shell tells of a program that SIGINT ended. */
const INTERRUPTED = 130;

/**
 * Runs a process until SIGTERM or SIGINT, which it obeys while it still starts or waits, too: its stop steps run, and
 * it ends with status 0, after eight seconds whatever still hangs: what it had not finished is in the database, and is
 * found there. A second SIGINT ends it at once.
 */
export async function runService(start: (onStop: OnStop) => Promise<void>): Promise<void> {
  const steps: Array<() => Promise<void>> = [];
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping && signal === 'SIGINT') process.exit(INTERRUPTED);
      if (!stopping) void endAfter(steps);
      stopping = true;
    });
  }
  await runMain(
    () => start((step) => steps.push(step)),
    () => runAll(steps),
  );
}

async function endAfter(steps: Array<() => Promise<void>>): Promise<void> {
  setTimeout(() => {
    console.error(`not all has stopped within ${LAST_RESORT_MS / 1_000} s: ending without it`);
    process.exit(0);
  }, LAST_RESORT_MS);
  await runAll(steps);
  process.exit(0);
}

/** A step that fails says so and keeps none of the others from running. */
async function runAll(steps: Array<() => Promise<void>>): Promise<void> {
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
}
