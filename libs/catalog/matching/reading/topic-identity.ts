import { LRUCache } from 'lru-cache';
import { CACHED_BYTES, MIB, bytesOfText } from '../bytes.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { readName } from './read-name.js';
import type { Unit } from './reading.js';

/** Kinds of things that say nothing of what a name is about. */
const TELLS_NOTHING: ReadonlySet<Unit['kind']> = new Set(['person', 'filler', 'common setting']);

const identities = new LRUCache<string, string>({
  maxSize: 6 * MIB,
  sizeCalculation: (identity, name) => CACHED_BYTES + bytesOfText(name) + bytesOfText(identity),
});

/**
 * What a topic, a course or a credential is about, in a form in which two that are about the same are equal: "Forklift
 * Operation" and "Forklift licence" are, "Forklift trainer" and "Forklift, advanced" are not. Stricter than matching,
 * as nobody looks at what follows from it.
 */
export function topicIdentity(name: string): string {
  const known = identities.get(name);
  if (known !== undefined) return known;
  const identity = identify(name);
  identities.set(name, identity);
  return identity;
}

function identify(name: string): string {
  const { units, level, core, whole } = readName(name, domainVocabulary());
  const about = units
    .filter(({ kind }) => !TELLS_NOTHING.has(kind))
    .map(({ concepts, stems }) => (concepts.length > 0 ? `#${concepts.join('#')}` : stems.join(' ')));
  if (about.length === 0) return core || whole || name.trim().toLowerCase();
  return [...new Set(about)].toSorted().join(' + ') + (level === null ? '' : ` (${level.from}-${level.to})`);
}
