const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The delays between the attempts of a delivery: eight attempts within a day. */
const RETRY_DELAYS: readonly number[] = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 14 * HOUR];

/** The longest pause of a failing endpoint. */
const LONGEST_BACKOFF = 5 * MINUTE;

/** The engine gives an endpoint up after this time without a success. */
export const GIVE_UP_AFTER_HOURS = 72;

/**
 * Milliseconds until the next attempt of a delivery; null: there is none.
 * @param attempts failed attempts so far
 * @param chance 0 to 1: spreads deliveries that failed at the same moment by a fifth
 */
export function retryDelay(attempts: number, chance: number): number | null {
  const wait = RETRY_DELAYS[attempts - 1];
  return wait === undefined ? null : spread(wait, chance);
}

/**
 * Milliseconds to pause an endpoint after this many consecutive failures, so that calls to a server that is down do not
 * delay other endpoints by their timeouts.
 */
export function backoffOf(failures: number, chance: number): number {
  return spread(Math.min(LONGEST_BACKOFF, 5 * SECOND * 2 ** Math.min(failures - 1, 10)), chance);
}

function spread(wait: number, chance: number): number {
  return Math.round(wait * (0.8 + 0.4 * chance));
}
