import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 500;
const REPORT_EVERY_MS = 10_000;

/**
 * A dependency of the process is not available yet, and may be soon. The message says what is missing and what an
 * operator can do.
 */
export class NotReadyYet extends Error {}

/**
 * Repeats `check` until it no longer throws {@link NotReadyYet}, and returns its result.
 * @param report receives what the process waits for: at once, whenever it changes, and every ten seconds
 * @param pauseMs between two checks
 * @throws every other error of `check`: waiting does not fix it
 */
export async function waitFor<Result>(
  check: () => Promise<Result>,
  report: (what: string) => void | Promise<void>,
  pauseMs = RETRY_MS,
): Promise<Result> {
  let reported = { what: '', at: 0 };
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof NotReadyYet)) throw error;
      if (error.message !== reported.what || performance.now() - reported.at >= REPORT_EVERY_MS) {
        reported = { what: error.message, at: performance.now() };
        await report(error.message);
      }
    }
    await sleep(pauseMs);
  }
}
