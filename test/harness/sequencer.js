// The order of the test files where Jest has not measured them yet, as on a machine that is new: it would begin with
// the largest, and end with one worker waiting for the other, which waits for processes to come back.
import { resolve, sep } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** What starts, stops and kills real processes takes ten times as long as what has as many lines. */
const LONG = ['abuse', 'faults'].map((folder) => resolve(import.meta.dirname, '..', folder) + sep);

const isLong = ({ path }) => LONG.some((folder) => path.startsWith(folder));

export default class LongFirst extends TestSequencer {
  async sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- Jest's, of the class above
    const sorted = await super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.toSorted((one, other) => Number(isLong(other)) - Number(isLong(one)));
  }
}
