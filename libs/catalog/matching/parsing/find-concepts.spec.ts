import { describe, expect, it } from '@jest/globals';
import { toConcept } from '../vocabulary/concept.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { findConcepts } from './find-concepts.js';
import { tokenize } from './tokenize.js';

const vocabulary = new Vocabulary([
  toConcept({ name: 'fire safety' }),
  toConcept({ name: 'fire warden', aliases: ['chief fire warden', 'warden 1'] }),
  toConcept({ name: 'extinguisher', aliases: ['fire extinguisher'] }),
  toConcept({ name: 'non-destructive testing', aliases: ['crack not found'] }),
  toConcept({ name: 'tensile testing', aliases: ['destructive testing', 'electrical'] }),
]);

function find(text: string): { concepts: string[]; left: string[] } {
  const { units, left } = findConcepts(tokenize(text, null), vocabulary);
  return {
    concepts: units.map(({ unit }) => `${vocabulary.concept(unit.concepts[0] ?? -1).name}: ${unit.text}`),
    left: left.map(({ text: word }) => word),
  };
}

describe('concepts', () => {
  it.each([
    ['Chief fire warden', ['fire warden: chief fire warden'], []],
    ['Fire warden and fire extinguisher use', ['fire warden: fire warden', 'extinguisher: fire extinguisher'], ['use']],
    ['Warden (fire)', ['fire warden: warden fire'], []],
    ['Exting-uisher', ['extinguisher: exting uisher'], []],
    ['fire', [], ['fire']],
    ['1 warden', ['fire warden: 1 warden'], []],
    ['Level 1 warden', [], ['level', '1', 'warden']],
    ['Non-destructive testing', ['non-destructive testing: non destructive testing'], []],
    ['Crack not found in weld', ['non-destructive testing: crack not found'], ['weld']],
    ['Fire safety for non-electrical workers', ['fire safety: fire safety'], ['workers']],
  ])('are found in %j, longest terms first', (text, concepts, left) => {
    expect(find(text)).toEqual({ concepts, left });
  });
});
