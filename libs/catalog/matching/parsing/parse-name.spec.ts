import { describe, expect, it } from '@jest/globals';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { parseName } from './parse-name.js';
import type { ParsedName } from './parsed-name.js';

const vocabulary = domainVocabulary();
const read = (text: string): ParsedName => parseName(text, vocabulary);
const said = (text: string): string[] =>
  read(text).units.map(
    ({ kind, concepts: [concept], text: word }) =>
      `${kind}: ${concept === undefined ? word : vocabulary.concept(concept).name}`,
  );

describe('a name', () => {
  it.each([
    ['WAH licence expiring', ['subject: fall protection']],
    ['TRN-0042 Forklift Operation', ['subject: forklift']],
    ['Forklift trainer', ['subject: forklift', 'role: trainer']],
    ['Fire prevention - hospital', ['subject: fire safety', 'setting: healthcare setting']],
    ['Quantum flux awareness', ['word: quantum', 'word: flux']],
    ['Quantum safety awareness', ['word: quantum', 'filler: safety']],
    ['Safety awareness', ['general subject: workplace safety']],
    ['Chapter 7 Ladders', ['filler: part', 'number: 7', 'subject: ladder safety']],
  ])('is parsed: %j', (text, units) => {
    expect(said(text)).toEqual(units);
  });

  it('drops repetitions, and gives an abbreviation the meaning that the name writes out', () => {
    expect(said('Personal Protective Equipment (PPE)')).toEqual(['subject: personal protective equipment']);
    expect(said('Arc Flash Personal Protective Equipment (PPE)')).toEqual(['subject: arc flash PPE']);
    expect(said('Emergency action plan (EAP)')).toEqual(['subject: emergency planning']);
    expect(read('EAP').units[0]?.concepts).toHaveLength(2);
  });

  it('separates its level from its topic', () => {
    expect(read('Quantum flux, level II')).toMatchObject({
      level: { from: 2 },
      units: [{ text: 'quantum' }, { text: 'flux' }],
    });
    expect(read('Scaffolding - advanced licence').level).toMatchObject({ from: 3 });
  });

  it('has codes, except those that are terms of the vocabulary', () => {
    expect(read('POL-017')).toMatchObject({ codes: ['POL017'], units: [] });
    expect(said('HLTAID009')).toEqual(['subject: CPR']);
  });

  it.each([
    ['Working at Heights Refresher 2026', 'Working at heights'],
    ['  LADDERS ', 'ladder (annual)'],
  ])('has the same core with and without words about credentials: %j', (one, other) => {
    expect(read(one).core).toBe(read(other).core);
  });

  it('keeps its words about credentials if it has no others', () => {
    expect(said('Refresher')).toEqual(['word: refresher']);
    expect(said('')).toEqual([]);
  });

  it('is truncated to the maximum length of a name', () => {
    expect(read('ladder '.repeat(10_000)).text.length).toBeLessThanOrEqual(300);
  });
});
