import { runMain } from './run-main.js';

/** Registers a step of the shutdown. Steps run in the reverse order of their registration. */
export type OnStop = (step: () => Promise<void>) => void;

/**
 * Orchestrators send SIGKILL after ten seconds or more; work that has not ended by then waits for something
 * unavailable.
 */
const LAST_RESORT_MS = 8_000;

/** The exit status of a shell for a program that SIGINT ended. */
const INTERRUPTED = 130;

/**
 * Runs a process until SIGTERM, SIGINT or SIGHUP (its terminal is closed), which it also handles while it starts or
 * waits. Then it runs its shutdown steps and exits with status 0, at the latest after eight seconds: unfinished work
 * stays in the database. A second SIGINT exits at once.
 */
export async function runService(start: (onStop: OnStop) => Promise<void>): Promise<void> {
  const steps: Array<() => Promise<void>> = [];
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
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
    console.error(`shutdown has not completed within ${LAST_RESORT_MS / 1_000} s: exiting`);
    process.exit(0);
  }, LAST_RESORT_MS);
  await runAll(steps);
  process.exit(0);
}

/** A step that fails is logged, and the others still run. */
async function runAll(steps: Array<() => Promise<void>>): Promise<void> {
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
}
