import type { Reading, Unit } from '../reading/reading.js';
import { weightInTopic } from '../reading/weights.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { type PreparedLibrary, keysOf } from './prepared-library.js';

/** How many courses are compared in full. */
const COMPARED = 30;
/**
 * How many entries of the index are read, the rarest things first: so a library ten times as large takes hardly longer.
 */
const LOOKED_AT = 3_000;

/**
 * The places in a library of the courses that have most in common with a topic, and of all that bear its name or code.
 */
export function findCandidates(topic: Reading, library: PreparedLibrary, vocabulary: Vocabulary): readonly number[] {
  return [...new Set([...named(topic, library), ...sharing(topic, library, vocabulary)])];
}

/** Any number of courses may have the same name or code. */
function named(topic: Reading, library: PreparedLibrary): number[] {
  const found: number[] = [];
  const withCodes = topic.codes.map((code) => library.withCode(code));
  for (const places of [library.called(topic.whole), library.calledAtCore(topic.core), ...withCodes]) {
    if (found.length < COMPARED) found.push(...places.slice(0, COMPARED - found.length));
  }
  return found;
}

interface Search {
  readonly places: readonly number[];
  readonly weight: number;
}

function sharing(topic: Reading, library: PreparedLibrary, vocabulary: Vocabulary): number[] {
  const searches = topic.units.flatMap((unit) =>
    keysOf(unit, vocabulary).map((key): Search => ({
      places: library.speakingOf(key),
      weight: weightInTopic(unit.kind, library.rarity(key)),
    })),
  );
  searches.push(...topic.units.flatMap((unit) => scattered(unit, library, vocabulary)));
  const shared = new Map<number, number>();
  let left = LOOKED_AT;
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
    places.length <= COMPARED
      ? places
      : places.toSorted(([placeA, a], [placeB, b]) => b - a || placeA - placeB).slice(0, COMPARED);
  return most.map(([place]) => place);
}

/** Courses that may have the words of one of a concept's terms apart: those of the term's rarest word. */
function scattered({ kind, concepts }: Unit, library: PreparedLibrary, vocabulary: Vocabulary): Search[] {
  const terms = concepts.flatMap((id) => vocabulary.termsOf(id)).filter((stems) => stems.length > 1);
  return terms.flatMap((stems) => {
    const frequency = (stemmed: string): number => library.speakingOf(stemmed).length;
    const rarest = stems.reduce((least, stemmed) => (frequency(stemmed) < frequency(least) ? stemmed : least));
    const places = library.speakingOf(rarest);
    return places.length === 0 ? [] : [{ places, weight: weightInTopic(kind, library.rarity(rarest)) }];
  });
}
