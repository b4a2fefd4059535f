import { families } from './families/index.js';
import { Vocabulary } from './vocabulary.js';

let vocabulary: Vocabulary | null = null;

/** The vocabulary of all families, made when it is first needed and shared by all libraries of the process. */
export function domainVocabulary(): Vocabulary {
  return (vocabulary ??= new Vocabulary(families));
}

/**
 * The same without some of its concepts, by name: to see what matching makes of topics that nobody has written terms
 * for.
 */
export function domainVocabularyWithout(names: ReadonlySet<string>): Vocabulary {
  return new Vocabulary(families, ({ name }) => names.has(name));
}
