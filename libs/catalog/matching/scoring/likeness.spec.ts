import { describe, expect, it } from '@jest/globals';
import { readName } from '../reading/read-name.js';
import type { Unit } from '../reading/reading.js';
import { toConcept } from '../vocabulary/concept.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { type Likeness, likeness } from './likeness.js';

const vocabulary = new Vocabulary([
  toConcept({ name: 'forklift', aliases: ['FLT'] }),
  toConcept({ name: 'reach truck', broader: ['forklift'] }),
  toConcept({ name: 'racking', related: ['forklift'] }),
  toConcept({ name: 'crane' }),
]);

function unit(text: string): Unit {
  const [first] = readName(text, vocabulary).units;
  if (first === undefined) throw new Error(`"${text}" says nothing`);
  return first;
}
const alike = (topic: string, course: string): Likeness | null => likeness(unit(topic), unit(course), vocabulary);

describe('likeness', () => {
  it('is full for the same words, and hardly less for another word for the same', () => {
    expect(alike('forklift', 'Forklifts')).toEqual({ answered: 1, asked: 1, how: 'same' });
    expect(alike('FLT', 'forklift')).toMatchObject({ how: 'same' });
    expect(alike('FLT', 'forklift')?.answered).toBeCloseTo(1, 1);
  });

  it('is high where the course is on what the topic is a kind of, and lower the other way round', () => {
    expect(alike('reach truck', 'forklift')).toMatchObject({ how: 'broader', asked: 1 });
    expect(alike('forklift', 'reach truck')).toMatchObject({ how: 'narrower', answered: 1 });
  });

  it('is low between things that are only close', () => {
    const near = alike('racking', 'forklift');
    expect(near?.how).toBe('near');
    expect(near?.answered).toBeLessThan(0.7);
    expect(alike('forklift', 'racking')?.how).toBe('near');
  });

  it('is nothing between two concepts, however alike they are spelt', () => {
    expect(alike('crane', 'forklift')).toBeNull();
  });

  it('tolerates other endings of unknown words', () => {
    expect(alike('bacteriology', 'bacteriological')).toMatchObject({ how: 'alike' });
    expect(alike('bacteriology', 'beekeeping')).toBeNull();
  });
});
