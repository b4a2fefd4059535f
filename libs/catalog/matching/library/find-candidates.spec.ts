import { describe, expect, it } from '@jest/globals';
import { readName } from '../reading/read-name.js';
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
  findCandidates(readName(topic, vocabulary), library, vocabulary).map((place) => titles[place] ?? '');

describe('candidates', () => {
  it('are few, however many courses share a word', () => {
    expect(found('Safety').length).toBeLessThanOrEqual(80);
  });

  it('have what is rare first', () => {
    expect(found('zeppelin ladders')[0]).toBe('Zeppelin Ladders');
  });

  it('always have what bears the name', () => {
    expect(found('ladders')).toContain('Ladders');
  });

  it('are none where nothing is shared', () => {
    expect(found('Beekeeping')).toEqual([]);
  });
});
