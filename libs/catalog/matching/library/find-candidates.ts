import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import { weightInTopic } from '../parsing/weights.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { searchedKeysOf } from './index-keys.js';
import type { PreparedLibrary } from './prepared-library.js';

/** Limit of courses that are compared in full. */
const MAX_COMPARED = 30;
/** Limit of index entries that are read, rarest keys first. A library ten times as large takes hardly longer. */
const MAX_POSTINGS = 3_000;

/**
 * Returns the positions of the courses that have most in common with a topic, and of those with the same name or code.
 */
export function findCandidates(topic: ParsedName, library: PreparedLibrary, vocabulary: Vocabulary): readonly number[] {
  return [...new Set([...withSameNameOrCode(topic, library), ...sharingTerms(topic, library, vocabulary)])];
}

/** Limited, because any number of courses may have the same name or code. */
function withSameNameOrCode(topic: ParsedName, library: PreparedLibrary): number[] {
  const found: number[] = [];
  const withCodes = topic.codes.map((code) => library.withCode(code));
  for (const places of [library.withName(topic.normalized), library.withCore(topic.core), ...withCodes]) {
    if (found.length < MAX_COMPARED) found.push(...places.slice(0, MAX_COMPARED - found.length));
  }
  return found;
}

interface Search {
  readonly places: readonly number[];
  readonly weight: number;
}

function sharingTerms(topic: ParsedName, library: PreparedLibrary, vocabulary: Vocabulary): number[] {
  const searches = topic.units.flatMap((unit) =>
    searchedKeysOf(unit, vocabulary).map((key): Search => ({
      places: library.mentioning(key),
      weight: weightInTopic(unit.kind, library.rarity(key)),
    })),
  );
  searches.push(...topic.units.flatMap((unit) => wordsApart(unit, library, vocabulary)));
  const shared = new Map<number, number>();
  let left = MAX_POSTINGS;
  for (const { places, weight } of searches.toSorted((a, b) => a.places.length - b.places.length)) {
    for (let index = 0; index < places.length && left > 0; index++, left--) {
      const place = places[index] ?? 0;
      shared.set(place, (shared.get(place) ?? 0) + weight);
    }
  }
  return mostShared(shared);
}

function mostShared(shared: ReadonlyMap<number, number>): number[] {
  const places = [...shared];
  const most =
    places.length <= MAX_COMPARED
      ? places
      : places.toSorted(([placeA, a], [placeB, b]) => b - a || placeA - placeB).slice(0, MAX_COMPARED);
  return most.map(([place]) => place);
}

/** Finds courses that may contain the words of a term apart from each other: those with the rarest word of the term. */
function wordsApart({ kind, concepts }: Unit, library: PreparedLibrary, vocabulary: Vocabulary): Search[] {
  const terms = concepts.flatMap((id) => vocabulary.termsOf(id)).filter((stems) => stems.length > 1);
  return terms.flatMap((stems) => {
    const frequency = (stemmed: string): number => library.mentioning(stemmed).length;
    const rarest = stems.reduce((least, stemmed) => (frequency(stemmed) < frequency(least) ? stemmed : least));
    const places = library.mentioning(rarest);
    return places.length === 0 ? [] : [{ places, weight: weightInTopic(kind, library.rarity(rarest)) }];
  });
}
