import { conceptKey } from '../library/index-keys.js';
import type { Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** The facts of a library that comparisons need. */
export interface LibraryContext {
  readonly vocabulary: Vocabulary;
  /** The id of the library's default setting: naming it means little. */
  readonly defaultSetting: number | null;
  /** How rare a concept or word is in the library, 0 to 1. */
  rarity(key: string): number;
  /** Whether a course of the library mentions a concept or word. */
  isMentioned(key: string): boolean;
}

/** The library's default setting is a common one. */
export function effectiveKind({ kind, concepts }: Unit, { defaultSetting }: LibraryContext): Unit['kind'] {
  return kind === 'setting' && defaultSetting !== null && concepts.includes(defaultSetting) ? 'common setting' : kind;
}

/** The rarity of a unit's concepts or words in the library. */
export function rarityOf({ concepts, stems }: Unit, context: LibraryContext): number {
  return Math.max(...(concepts.length > 0 ? concepts.map(conceptKey) : stems).map((key) => context.rarity(key)));
}
