/**
 * `FAULTS=full` (npm run test:faults): as often and as long as the product promises; else a short form, for every run
 * of the tests.
 */
const full = process.env['FAULTS'] === 'full';

/** How often, how many or how long, in the short form and in the full one. */
export function scaled(short: number, inFull: number): number {
  return full ? inFull : short;
}
