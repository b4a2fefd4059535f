import { readFileSync } from 'node:fs';

/** Number of times that a call is measured at most; a wrong password may be tried ten times, by two callers. */
const MAX_ATTEMPTS = 5;

/**
 * Measures a call to an engine in this process until its time is within a bound. A delay by a busy machine passes; a
 * delay by the engine or by PostgreSQL occurs each time. The time in which this thread waited for a busy processor is
 * subtracted.
 * @returns the shortest time in milliseconds
 */
export function shortestTime(call: () => Promise<unknown>, bound: number): Promise<number> {
  return shortestOf(async () => {
    const waited = waitedForProcessor();
    const time = await timeOf(call);
    return time - (waitedForProcessor() - waited);
  }, bound);
}

/** Repeats a measurement of a time until it is within a bound. @returns the shortest time */
export async function shortestOf(measure: () => Promise<number>, bound: number): Promise<number> {
  let shortest = Infinity;
  for (let tries = 0; tries < MAX_ATTEMPTS && shortest > bound; tries++) shortest = Math.min(shortest, await measure());
  return shortest;
}

/**
 * Repeats several calls in turn until their times are alike.
 *
 * @param within the times are alike if they differ by less
 * @returns the shortest time of each call in milliseconds
 */
export async function shortestTimes(calls: ReadonlyArray<() => Promise<unknown>>, within: number): Promise<number[]> {
  const shortest = calls.map(() => Infinity);
  for (let tries = 0; tries < MAX_ATTEMPTS && !(spread(shortest) < within); tries++)
    for (const [index, call] of calls.entries())
      shortest[index] = Math.min(shortest[index] ?? Infinity, await timeOf(call));
  return shortest;
}

/** The difference between the longest time and the shortest. */
export function spread(times: readonly number[]): number {
  return Math.max(...times) - Math.min(...times);
}

async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await call();
  return performance.now() - began;
}

/**
 * Milliseconds for which this thread was runnable but waited for a processor, from Linux
 * (Documentation/scheduler/sched-stats); 0 on other systems.
 */
function waitedForProcessor(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
