import { it } from '@jest/globals';

/**
 * `FAULTS=full` (npm run test:faults): as often and as long as the product promises; else a short form, for every run
 * of the tests.
 */
const full = process.env['FAULTS'] === 'full';

/** How often, how many, how long or which cases, in the short form and in the full one. */
export function scaled<T>(short: T, inFull: T): T {
  return full ? inFull : short;
}

/** A test with no short form. */
export const itInFull = full ? it : it.skip;
