import { describe, expect, it } from '@jest/globals';
import { credentialWords } from '../../words/credential-words.js';
import { conceptsOf } from '../family.js';
import { Vocabulary } from '../vocabulary.js';
import { families } from './index.js';

const vocabulary = new Vocabulary(families);
const concepts = [...vocabulary.concepts.entries()];

describe('the families of the vocabulary', () => {
  it.each(families.map((family) => [family.name, family] as const))(
    '%s: says where its terms come from, and names each concept once',
    (_name, family) => {
      const names = conceptsOf(family).map(({ name }) => name);
      expect(family.source.length).toBeGreaterThan(10);
      expect(names).toEqual([...new Set(names)]);
    },
  );

  it('have no two concepts of one name', () => {
    const names = concepts.map(([, { name }]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('have no term that a credential would say of itself, so that it would be found in every topic', () => {
    const empty = concepts.flatMap(([id, { name }]) =>
      vocabulary
        .termsOf(id)
        .filter((term) => term.length > 0 && term.every((word) => credentialWords.has(word)))
        .map((term) => `${name}: ${term.join(' ')}`),
    );
    expect(empty).toEqual([]);
  });

  it('have no concept that is a kind of itself', () => {
    expect(concepts.filter(([id]) => vocabulary.broader(id).has(id)).map(([, { name }]) => name)).toEqual([]);
  });
});
