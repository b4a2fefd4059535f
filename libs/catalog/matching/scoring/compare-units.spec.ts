import { describe, expect, it } from '@jest/globals';
import { parseName } from '../parsing/parse-name.js';
import type { Unit } from '../parsing/parsed-name.js';
import { toConcept } from '../vocabulary/concept.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { type UnitSimilarity, compareUnits } from './compare-units.js';

const vocabulary = new Vocabulary([
  toConcept({ name: 'forklift', aliases: ['FLT'] }),
  toConcept({ name: 'reach truck', broader: ['forklift'] }),
  toConcept({ name: 'racking', related: ['forklift'] }),
  toConcept({ name: 'crane' }),
]);

function unit(text: string): Unit {
  const [first] = parseName(text, vocabulary).units;
  if (first === undefined) throw new Error(`"${text}" says nothing`);
  return first;
}
const alike = (topic: string, course: string): UnitSimilarity | null =>
  compareUnits(unit(topic), unit(course), vocabulary);

describe('the similarity of two units', () => {
  it('is full for the same words, and slightly less for an alias', () => {
    expect(alike('forklift', 'Forklifts')).toEqual({ answered: 1, asked: 1, relation: 'same' });
    expect(alike('FLT', 'forklift')).toMatchObject({ relation: 'same' });
    expect(alike('FLT', 'forklift')?.answered).toBeCloseTo(1, 1);
  });

  it('is high if the course is broader than the topic, and lower if it is narrower', () => {
    expect(alike('reach truck', 'forklift')).toMatchObject({ relation: 'broader', asked: 1 });
    expect(alike('forklift', 'reach truck')).toMatchObject({ relation: 'narrower', answered: 1 });
  });

  it('is low for related concepts', () => {
    const near = alike('racking', 'forklift');
    expect(near?.relation).toBe('near');
    expect(near?.answered).toBeLessThan(0.7);
    expect(alike('forklift', 'racking')?.relation).toBe('near');
  });

  it('is null for unrelated concepts, even if they are spelt alike', () => {
    expect(alike('crane', 'forklift')).toBeNull();
  });

  it('tolerates other suffixes of unknown words', () => {
    expect(alike('bacteriology', 'bacteriological')).toMatchObject({ relation: 'alike' });
    expect(alike('bacteriology', 'beekeeping')).toBeNull();
  });
});
