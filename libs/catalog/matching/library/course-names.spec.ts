import { describe, expect, it } from '@jest/globals';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { MAX_NAME_LENGTH } from '../words/limits.js';
import { parseName } from '../parsing/parse-name.js';
import { parseCourseName } from './course-names.js';

describe('the names of courses', () => {
  const vocabulary = domainVocabulary();

  it.each(['Forklift refresher', 'Working at heights, level 2', '', `Chapter ${'7'.repeat(2 * MAX_NAME_LENGTH)}`])(
    'are parsed as any name, in whatever library they stand (%#)',
    (name) => {
      expect(parseCourseName(name, vocabulary).parsed).toEqual(parseName(name, vocabulary));
      expect(parseCourseName(name, vocabulary).parsed).toEqual(parseName(name, vocabulary));
    },
  );

  it('are parsed once for all libraries', () => {
    expect(parseCourseName('Manual handling', vocabulary)).toBe(parseCourseName('Manual handling', vocabulary));
  });

  it('share their equal units, and only those', () => {
    const [forklift, refresher] = ['Forklift', 'Forklift refresher'].map((name) => parseCourseName(name, vocabulary));
    expect(refresher?.parsed.units).toContain(forklift?.parsed.units[0]);
    const [fireSafety, ladders] = ['Fire Safety: Ladders', 'Ladders'].map((name) => parseCourseName(name, vocabulary));
    const inSecondSegment = fireSafety?.parsed.units.at(-1);
    expect(inSecondSegment?.segment).not.toBe(ladders?.parsed.units[0]?.segment);
    expect(inSecondSegment).not.toBe(ladders?.parsed.units[0]);
  });
});
