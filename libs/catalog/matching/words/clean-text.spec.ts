import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from './clean-text.js';

describe('a clean text', () => {
  it.each([
    ['<b>Arc Flash PPE</b>', 'Arc Flash PPE'],
    ['Perth&nbsp;site induction', 'Perth site induction'],
    ['Slips &amp; Trips', 'Slips & Trips'],
    ['&lt;p class="x"&gt;Fire&lt;/p&gt;', 'Fire'],
    ['Caf&#233; &#xe9;', 'Café é'],
    ['  Live \t work\r\n ', 'Live work'],
    ['loads < 5 t > 2 t', 'loads < 5 t > 2 t'],
    ['R&D and Q&A', 'R&D and Q&A'],
    ['valve &toString; &valueOf;', 'valve'],
    ['&#0;&#xd800;&#9999999;', ''],
  ])('of %j is %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('never fails, and has no blanks at its ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => expect(cleanText(raw)).toBe(cleanText(raw).trim())),
      { numRuns: 1_000 },
    );
  });
});
