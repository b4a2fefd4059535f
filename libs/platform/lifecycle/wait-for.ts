import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 500;
const REPORT_EVERY_MS = 10_000;

/**
 * A part that the process stands on is not there, or not ready, but may be in a moment. The message says what, and what
 * an operator can do.
 */
export class NotReadyYet extends Error {}

/**
 * Repeats `check` until it throws {@link NotReadyYet} no more, and answers what it does then.
 * @param tell is told what is waited for: at once, when it becomes another thing, and every ten seconds
 * @throws whatever else `check` throws: waiting would not mend it
 */
export async function waitFor<Result>(
  check: () => Promise<Result>,
  tell: (what: string) => void | Promise<void>,
): Promise<Result> {
  let told = { what: '', at: 0 };
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof NotReadyYet)) throw error;
      if (error.message !== told.what || performance.now() - told.at >= REPORT_EVERY_MS) {
        told = { what: error.message, at: performance.now() };
        await tell(error.message);
      }
    }
    await sleep(RETRY_MS);
  }
}
