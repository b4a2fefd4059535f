import { describe, expect, it } from '@jest/globals';
import { cleanText } from './clean-text.js';
import { extractCodes } from './codes.js';
import { removeDates } from './dates.js';
import { designationsIn, editionsIn } from './designations.js';
import { sizesIn } from './sizes.js';
import { splitWords } from './split-words.js';
import { stem } from './stem.js';

/** Units that each repeat a prefix which one of the expressions begins to match, and never complete one. */
const UNITS = [
  'une-en ',
  'bs/en-',
  'bs ',
  'iso/iec ',
  'ab12',
  'ab-',
  '<a',
  '<a ',
  '</',
  '&#1',
  '&amp',
  '2026-11-',
  '1st jan ',
  'jan',
  'v1.1.',
  'v1',
  '1.',
  '20',
  '2026.',
  '12 ',
  'fy',
  '-',
  ' -',
  '- ',
  'A.',
  'aB',
  'ABa',
  "d'",
  "'s",
  'e-',
  'de ',
  'a&',
  '(A',
  '(',
  '/',
  '\u00a0',
  '_',
  'our',
  'isation',
  'ss',
  'ae',
  'up to ',
  '9 ',
  '9 m and ',
  '1,1',
  'c + ',
  'licence class ',
  'class 1, ',
  'ab 9171:',
];
/** Far more than a name has, so that an expression that is worse than linear takes seconds. */
const LONG = 40_000;
const STEPS: ReadonlyArray<readonly [string, (text: string) => unknown]> = [
  ['cleaned', cleanText],
  ['searched for codes', extractCodes],
  ['freed of dates', removeDates],
  ['searched for kinds', designationsIn],
  ['searched for editions', editionsIn],
  ['searched for sizes', sizesIn],
  ['split', splitWords],
  ['stemmed', stem],
];

describe.each(STEPS)('a text that is %s', (_step, step) => {
  it.each(UNITS)('takes time in proportion to its length: %j', (unit) => {
    const began = process.threadCpuUsage().user;
    step(unit.repeat(LONG / unit.length));
    step(`${unit.repeat(LONG / unit.length)}!`);
    expect((process.threadCpuUsage().user - began) / 1_000).toBeLessThan(600);
  });
});
