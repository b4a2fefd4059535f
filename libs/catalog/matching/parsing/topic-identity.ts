import { LRUCache } from 'lru-cache';
import { CACHED_BYTES, MIB, bytesOfText } from '../bytes.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { kindsOf } from '../words/designations.js';
import { parseName } from './parse-name.js';
import type { ParsedName, Unit } from './parsed-name.js';

/** Kinds of units that do not distinguish subjects. */
const GENERIC_KINDS: ReadonlySet<Unit['kind']> = new Set(['person', 'filler', 'common setting']);

/** Words of one letter that are left out of a name, and name a kind in "category A" and "licence class E". */
const SMALL_WORDS: ReadonlySet<string> = new Set(['a', 'e', 'y']);

const identities = new LRUCache<string, string>({
  maxSize: 6 * MIB,
  sizeCalculation: (identity, name) => CACHED_BYTES + bytesOfText(name) + bytesOfText(identity),
});

/**
 * Returns a key of what a topic, course or credential is about: "Forklift Operation" and "Forklift licence" have the
 * same key, "Forklift trainer" and "Forklift, advanced" have others. It is stricter than matching, because no person
 * reviews its consequences. Hashes of it are stored, so that it consists of names, which stay when the vocabulary
 * grows.
 */
export function topicIdentity(name: string): string {
  const known = identities.get(name);
  if (known !== undefined) return known;
  const identity = identityOf(name);
  identities.set(name, identity);
  return identity;
}

function identityOf(name: string): string {
  const vocabulary = domainVocabulary();
  const parsed = parseName(name, vocabulary);
  const { units, level, core, normalized } = parsed;
  const about = units
    .filter(({ kind }) => !GENERIC_KINDS.has(kind))
    .map(({ concepts, stems }) =>
      concepts.length > 0
        ? concepts
            .map((id) => `#${vocabulary.concept(id).name}`)
            .toSorted()
            .join('')
        : stems.join(' '),
    );
  if (about.length === 0) return core || normalized || name.trim().toLowerCase();
  const ofLevel = level === null ? '' : ` (${level.from}-${level.to})`;
  return [...new Set([...about, ...limitsOf(parsed)])].toSorted().join(' + ') + ofLevel;
}

/**
 * What a name is limited to in letters and signs that are no words: "category A", "CDL class A", "crane > 20 t", and
 * what it excludes: "non-slewing crane".
 */
function limitsOf({ designations, sizes, negated }: ParsedName): string[] {
  return [
    ...kindsOf(designations)
      .filter((kind) => SMALL_WORDS.has(kind))
      .map((kind) => `kind ${kind}`),
    ...sizes.map(({ unit, from, to }) => `${from}-${to} ${unit}`),
    ...negated.map((stemmed) => `no ${stemmed}`),
  ];
}

/** Returns the names of the concepts that are subjects of a text. */
export function subjectsOf(text: string, vocabulary: Vocabulary): string[] {
  return parseName(text, vocabulary)
    .units.flatMap(({ concepts }) => concepts.map((id) => vocabulary.concept(id)))
    .filter(({ kind }) => kind === 'subject' || kind === 'general subject')
    .map(({ name }) => name);
}
