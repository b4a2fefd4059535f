import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeText, splitWords } from './split-words.js';

const words = (text: string): string =>
  splitWords(text)
    .map(({ text: word }) => word)
    .join(' ');

describe('the words of a name', () => {
  it.each([
    ['Working at Heights', 'working at heights'],
    ['lock_out_tag_out', 'lock out tag out'],
    ['fall-protection-user', 'fall protection user'],
    ['forkliftOperator', 'forklift operator'],
    ['OnboardingHSEInduction', 'onboarding hse induction'],
    ['PPE for HAZWpPER', 'ppe for hazwpper'],
    ['Sexual.harassment.prevention', 'sexual harassment prevention'],
    ['T.R.A.C.K. planning', 'track planning'],
    ["Nevada's rights, managers’ duties", 'nevada rights managers duties'],
    ['D&A policy and H&S', 'd&a policy h&s'],
    ['Protección ocular', 'proteccion ocular'],
    ['ﬁre ﬁghting', 'fire fighting'],
    ['高所作業', '高所作業'],
    ['e-safety, re-use', 'esafety re use'],
    ['By-law officer, by-laws', 'bylaw officer bylaws'],
    ['De-energised: control de energía, de escalation', 'deenergised control de energia deescalation'],
    ['risque d’incendie', 'risque incendie'],
    ["caduta dall'alto dei carichi", 'caduta alto carichi'],
    ['DEI training, annual DEI update', 'dei training annual dei update'],
    ['Cut finger w/ slicer, ladder w/o feet, W/shop', 'cut finger with slicer ladder without feet w shop'],
    ['Licence C+E, category E, Klasse E - neu', 'licence c e category e klasse e neu'],
    ['Salute e sicurezza, casco y/o guantes', 'salute sicurezza casco o guantes'],
    ['C++17, C# and C', 'cplusplus 17 csharp c'],
    ['—', ''],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('have the number of their segment and list item', () => {
    expect(
      splitWords('CPR & first aid - site: lock-out').map(({ text, segment, listItem }) => [text, segment, listItem]),
    ).toEqual([
      ['cpr', 0, 0],
      ['first', 1, 1],
      ['aid', 1, 1],
      ['site', 2, 1],
      ['lock', 3, 1],
      ['out', 3, 1],
    ]);
  });

  it.each(['\ufdfa'.repeat(255), '\u3316'.repeat(255), '\ufdfa '.repeat(127), 'a '.repeat(1_000)])(
    'are no more than those of a name, though normalisation makes it many times as long',
    (text) => {
      expect(words(text).length).toBeLessThanOrEqual(300);
      expect(splitWords(text, Number.POSITIVE_INFINITY).length).toBeGreaterThanOrEqual(splitWords(text).length);
    },
  );

  it('are the same for a normalised text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(normalizeText(normalizeText(text))).toBe(normalizeText(text)),
      ),
      { numRuns: 2_000 },
    );
  });
});
