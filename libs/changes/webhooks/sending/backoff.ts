import { HOUR_MS, MINUTE_MS } from '#platform/text';

/** The delays between the attempts of a delivery: eight attempts within a day. */
const RETRY_DELAYS: readonly number[] = [
  10_000,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  14 * HOUR_MS,
];

/** The longest pause of a failing endpoint. */
const MAX_BACKOFF = 5 * MINUTE_MS;

/** The engine gives an endpoint up after this time without a success. */
const GIVE_UP_AFTER = 72 * HOUR_MS;

/** Longer than any delay between two attempts of a delivery. */
const MAX_GAP = 24 * HOUR_MS;

/**
 * When the failures of an endpoint began. A period without attempts, in which the engine did not run or no event
 * occurred, counts as one day at most: the beginning is moved by the remaining time.
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
  return spread(Math.min(MAX_BACKOFF, 5_000 * 2 ** Math.min(failures - 1, 10)), chance);
}

function spread(wait: number, chance: number): number {
  return Math.round(wait * (0.8 + 0.4 * chance));
}
