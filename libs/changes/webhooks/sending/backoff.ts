const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The waits between the tries of a delivery: eight tries within a day. */
const RETRY_DELAYS: readonly number[] = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 14 * HOUR];

/** The longest rest of an endpoint that fails. */
const LONGEST_BACKOFF = 5 * MINUTE;

/** After so long without one success an endpoint is given up. */
export const GIVE_UP_AFTER_HOURS = 72;

/**
 * Milliseconds until a delivery is tried again; null: it has been tried often enough.
 * @param attempts so many tries were in vain
 * @param chance 0 to 1: spreads by a fifth what failed at the same moment
 */
export function retryDelay(attempts: number, chance: number): number | null {
  const wait = RETRY_DELAYS[attempts - 1];
  return wait === undefined ? null : spread(wait, chance);
}

/**
 * Milliseconds for which an endpoint is left in peace that has failed so many times in a row: nobody is helped by
 * thousands of calls to what is down, and no other endpoint should wait for their time limits.
 */
export function backoffOf(failures: number, chance: number): number {
  return spread(Math.min(LONGEST_BACKOFF, 5 * SECOND * 2 ** Math.min(failures - 1, 10)), chance);
}

function spread(wait: number, chance: number): number {
  return Math.round(wait * (0.8 + 0.4 * chance));
}
