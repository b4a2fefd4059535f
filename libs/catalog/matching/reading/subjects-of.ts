import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { readName } from './read-name.js';

/** The names of the vocabulary's concepts that a text has for its subject. */
export function subjectsOf(text: string, vocabulary: Vocabulary): string[] {
  return readName(text, vocabulary)
    .units.flatMap(({ concepts }) => concepts.map((id) => vocabulary.concept(id)))
    .filter(({ kind }) => kind === 'subject' || kind === 'general subject')
    .map(({ name }) => name);
}
