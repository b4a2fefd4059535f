import { LRUCache } from 'lru-cache';
import { CACHED_BYTES, MIB, OBJECT_BYTES, bytesOfText } from './bytes.js';
import type { Candidate, TopicMatch } from './topic-matcher.js';

const MAX_BYTES = 10 * MIB;

/**
 * The matches of all libraries, by tenant, version of the library, topic and category. All libraries share one limit,
 * because a limit for each library would be too small for one or too large for all together. An evicted match takes a
 * fraction of a millisecond to compute again.
 */
export const matches = new LRUCache<string, TopicMatch>({ maxSize: MAX_BYTES, sizeCalculation: bytesOfMatch });

function bytesOfMatch({ candidates, whyNone }: TopicMatch, key: string): number {
  const shown = candidates.reduce((sum, candidate) => sum + bytesOfCandidate(candidate), 0);
  return CACHED_BYTES + 2 * OBJECT_BYTES + bytesOfText(key) + shown + bytesOfTexts(whyNone);
}

function bytesOfCandidate({ courseId, title, evidence }: Candidate): number {
  return OBJECT_BYTES + bytesOfText(courseId) + bytesOfText(title) + bytesOfTexts(evidence);
}

function bytesOfTexts(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + bytesOfText(text), OBJECT_BYTES);
}
