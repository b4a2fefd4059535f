import { MAX_NAME_LENGTH } from './limits.js';

/** A normalised word of a name, with its position in the structure of the name. */
export interface Word {
  /** In lower case, without accents. */
  readonly text: string;
  /** The number of the segment. Colons, dashes, commas, brackets, slashes and "and" separate segments. */
  readonly segment: number;
  /**
   * The number of the list item. Only commas, slashes and "and" separate items: "CPR & first aid - refresher" has two.
   */
  readonly listItem: number;
}

/**
 * A border between words in camel case: `forkliftOperator`, `HSEInduction`. It needs two small letters, so that a
 * mistyped capital splits nothing.
 */
const CAMEL_CASE = /(?<=\p{Ll}{2})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu;
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
/** "Risque d'incendie", "caduta dall'alto" */
const ELISION = /(?<![\p{L}\p{N}&])(?:[dln]|un|all|dall|dell|nell|sull)['’](?=[aeiouhyé])/giu;
/** Italian articles. At the start, at the end and in capitals they are abbreviations: "DEI training", "licence LO". */
const ARTICLE = /(?<=\p{L} )(?:dei|lo|il)(?= \p{L})/gu;
/**
 * "e-safety", "de-energised", "by-law" and "re-certification" are single words; "de" alone is Spanish, and "by" has no
 * meaning.
 */
const PREFIX = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(e|de)-(?=\p{L}{3})|(de) (?=escalat|icing)|(by)-(?=law)|` +
    '(re)-(?=cert|train|qual|valid|eval|induct))',
  'giu',
);
/** "Burn w/ fryer oil", "ladder w/o feet" */
const WITH = /(?<![\p{L}\p{N}])w\/(o)?(?=\s)/giu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
/** "C++" and "C#" are other languages than "C". */
const SIGNED_LETTER = /(?<![\p{L}\p{N}])(\p{L})(\+\+|#)/gu;
/**
 * A dash separates segments if a blank is on at least one side: "Depot - Perth", "Awareness- part 2", but not
 * "lock-out". A run of dashes is matched from its first dash only.
 */
const WORDS_AND_DIVIDERS =
  /(?<word>\p{L}&\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}]+)|(?<divider>[:;,()[\]{}/|+&–—]|\s-+(?=\s|\p{L})|(?<!-)-+\s)/gu;
/** The separators of a list. Other separators stand between a name and a remark about it. */
const LIST_DIVIDERS = new Set(['&', '+', '/', ',', ';', '|']);
const AND = new Set(['and', 'or', 'y', 'e', 'und', 'et']);

interface Part {
  readonly word: string | undefined;
  readonly divider: string | undefined;
}

/**
 * Whether a word joins two others. A single letter may be a class: "licence C+E", "category E". In "salute e sicurezza"
 * and "casco y/o guantes" it is none.
 */
function isConjunction(word: string, before: Part | undefined, after: Part | undefined): boolean {
  if (word.length > 1 || !AND.has(word)) return AND.has(word);
  return before?.divider !== '+' && (after?.word !== undefined || after?.divider === '/');
}

/**
 * Returns the text in lower case, without accents, ligatures or full-width forms: `Sécurité` → `securite`. Idempotent.
 */
export function normalizeText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** Copies the start of a text. A slice would keep the whole text in memory, and so would each word cut from it. */
function truncate(text: string, longest: number): string {
  return text.length <= longest ? text : Buffer.from(text.slice(0, longest), 'utf16le').toString('utf16le');
}

/**
 * Splits a clean text into words: `"LOTO - Authorized_user"` → loto (segment 0), authorized, user (segment 1).
 * @param longest the number of characters that are read, before and after normalisation
 */
export function splitWords(text: string, longest = MAX_NAME_LENGTH): Word[] {
  const prepared = text
    .slice(0, longest)
    .replaceAll(
      SIGNED_LETTER,
      (_whole, letter: string, sign: string) => `${letter}${sign === '#' ? 'sharp' : 'plusplus'} `,
    )
    .replaceAll(INITIALS, (initials) => initials.replaceAll('.', ''))
    .replaceAll(ELISION, ' ')
    .replaceAll(ARTICLE, ' ')
    .replaceAll(PREFIX, '$1$2$3$4')
    .replaceAll(WITH, (_whole, out: string | undefined) => (out === undefined ? 'with' : 'without'))
    .replaceAll(POSSESSIVE, '')
    .replaceAll(/['’]/g, '')
    .replaceAll(CAMEL_CASE, ' ');
  const parts = [...truncate(normalizeText(prepared), longest).matchAll(WORDS_AND_DIVIDERS)].map(
    ({ groups }): Part => ({ word: groups?.['word'], divider: groups?.['divider'] }),
  );
  const words: Word[] = [];
  let segment = 0;
  let listItem = 0;
  for (const [at, { word, divider = '' }] of parts.entries()) {
    if (word !== undefined && !isConjunction(word, parts[at - 1], parts[at + 1])) {
      words.push({ text: word, segment, listItem });
      continue;
    }
    segment++;
    if (word !== undefined || LIST_DIVIDERS.has(divider)) listItem++;
  }
  return words;
}
