import { readConcepts } from './data-files.js';
import { Vocabulary } from './vocabulary.js';

let vocabulary: Vocabulary | null = null;

/** The vocabulary of the data files. It is read at the first call and shared by all libraries of the process. */
export function domainVocabulary(): Vocabulary {
  return (vocabulary ??= new Vocabulary(readConcepts()));
}

/** The same vocabulary without the named concepts: measures matching for topics that no concept covers. */
export function domainVocabularyWithout(names: ReadonlySet<string>): Vocabulary {
  return new Vocabulary(readConcepts(), ({ name }) => names.has(name));
}
