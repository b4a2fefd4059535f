import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until an assertion about something that happens in the background holds; throws its last failure after ten
 * seconds, or as many milliseconds.
 */
export async function eventually(assertion: () => Promise<void>, milliseconds = 10_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
