const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The delays between the attempts of a delivery: eight attempts within a day. */
const RETRY_DELAYS: readonly number[] = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 14 * HOUR];

/** The longest pause of a failing endpoint. */
const MAX_BACKOFF = 5 * MINUTE;

/** The engine gives an endpoint up after this time without a success. */
const GIVE_UP_AFTER = 72 * HOUR;

/** Longer than any delay between two attempts of a delivery. */
const MAX_GAP = 24 * HOUR;

/**
 * When the failures of an endpoint began. A period without attempts, in which the engine did not run or no event
 * occurred, counts as one day at most: the beginning is moved by the rest.
 * @param began as stored; null: the last attempt succeeded
 * @param lastFailed null: not known
 * @param now in milliseconds, as the others
 */
export function failingSince(began: number | null, lastFailed: number | null, now: number): number {
  if (began === null) return now;
  return began + Math.max(0, now - (lastFailed ?? now) - MAX_GAP);
}

export function isGivenUp(failingSinceMs: number, now: number): boolean {
  return failingSinceMs < now - GIVE_UP_AFTER;
}

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
  return spread(Math.min(MAX_BACKOFF, 5 * SECOND * 2 ** Math.min(failures - 1, 10)), chance);
}

function spread(wait: number, chance: number): number {
  return Math.round(wait * (0.8 + 0.4 * chance));
}
