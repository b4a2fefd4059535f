import type { Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

const conceptKeys: string[] = [];

/** The same string for each name and library, because indexes keep it. */
export function conceptKey(id: number): string {
  return (conceptKeys[id] ??= `#${id}`);
}

/**
 * Returns the index keys of a unit: its concepts, their broader and related ones, and its words, which a name may
 * contain without the term.
 */
export function keysOf({ concepts, stems }: Unit, vocabulary: Vocabulary): string[] {
  return [
    ...concepts.flatMap((id) => [id, ...vocabulary.broader(id).keys(), ...vocabulary.related(id)]).map(conceptKey),
    ...stems,
  ];
}

/** Returns the index keys of the courses that may answer a unit of a topic: as {@link keysOf}, and what prevents it. */
export function searchedKeysOf(unit: Unit, vocabulary: Vocabulary): string[] {
  const controls = unit.concepts.flatMap((id) => [...vocabulary.controls(id)]);
  return [
    ...keysOf(unit, vocabulary),
    ...controls.flatMap((id) => [id, ...vocabulary.broader(id).keys()]).map(conceptKey),
  ];
}
