import { describe, expect, it } from '@jest/globals';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { readName } from './read-name.js';
import type { Reading } from './reading.js';

const vocabulary = domainVocabulary();
const read = (text: string): Reading => readName(text, vocabulary);
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
  ])('is taken apart: %j', (text, units) => {
    expect(said(text)).toEqual(units);
  });

  it('says once what it says twice, and knows an abbreviation by what is spelt out beside it', () => {
    expect(said('Personal Protective Equipment (PPE)')).toEqual(['subject: personal protective equipment']);
    expect(said('Arc Flash Personal Protective Equipment (PPE)')).toEqual(['subject: arc flash PPE']);
    expect(said('Emergency action plan (EAP)')).toEqual(['subject: emergency planning']);
    expect(read('EAP').units[0]?.concepts).toHaveLength(2);
  });

  it('keeps its level apart from its topic', () => {
    expect(read('Quantum flux, level II')).toMatchObject({
      level: { from: 2 },
      units: [{ text: 'quantum' }, { text: 'flux' }],
    });
    expect(read('Scaffolding - advanced licence').level).toMatchObject({ from: 3 });
  });

  it('has codes of its own, unless the vocabulary knows what one stands for', () => {
    expect(read('POL-017')).toMatchObject({ codes: ['POL017'], units: [] });
    expect(said('HLTAID009')).toEqual(['subject: CPR']);
  });

  it.each([
    ['Working at Heights Refresher 2026', 'Working at heights'],
    ['  LADDERS ', 'ladder (annual)'],
  ])('has the same core with what a credential says of itself as without: %j', (one, other) => {
    expect(read(one).core).toBe(read(other).core);
  });

  it('is taken by its credential words where it has no others', () => {
    expect(said('Refresher')).toEqual(['word: refresher']);
    expect(said('')).toEqual([]);
  });

  it('is read no further than a name can be long', () => {
    expect(read('ladder '.repeat(10_000)).text.length).toBeLessThanOrEqual(300);
  });
});
