import { it } from '@jest/globals';

/**
 * True with `FAULTS=full` (npm run test:faults): tests run in their full form, with the numbers and times that the
 * product promises; otherwise in a short form.
 */
const full = process.env['FAULTS'] === 'full';

/** Chooses a count, a duration or a list of cases for the short form or for the full form. */
export function scaled<T>(short: T, inFull: T): T {
  return full ? inFull : short;
}

/** A test with no short form. */
export const itInFull = full ? it : it.skip;
