import { describe, expect, it } from '@jest/globals';
import { parseName } from '../parsing/parse-name.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { findCandidates } from './find-candidates.js';
import { prepareLibrary } from './prepared-library.js';

const vocabulary = domainVocabulary();
const titles = [
  ...Array.from({ length: 5_000 }, (_value, index) => `Site Safety Ladders ${index}`),
  'Zeppelin Ladders',
  'Ladders',
];
const library = await prepareLibrary(
  titles.map((title, index) => ({ id: String(index), title, topics: [] })),
  vocabulary,
);
const found = (topic: string): string[] =>
  findCandidates(parseName(topic, vocabulary), library, vocabulary).map((place) => titles[place] ?? '');

describe('candidates', () => {
  it('are few even if many courses share a word', () => {
    expect(found('Safety').length).toBeLessThanOrEqual(80);
  });

  it('contain the courses with the rarest words first', () => {
    expect(found('zeppelin ladders')[0]).toBe('Zeppelin Ladders');
  });

  it('always contain the course with the same name', () => {
    expect(found('ladders')).toContain('Ladders');
  });

  it('are empty if no word is shared', () => {
    expect(found('Beekeeping')).toEqual([]);
  });
});
