import { LONGEST_NAME } from './longest.js';

/** A word of a name in the form that words are compared in, and which of the name's parts it stands in. */
export interface Word {
  /** Lower case, no accents. */
  readonly text: string;
  /** Counts the parts that colons, dashes, commas, brackets, slashes and "and" divide a name into. */
  readonly part: number;
  /**
   * Counts the things a name lists, divided by commas, slashes and "and" alone: "CPR & first aid - refresher" lists
   * two.
   */
  readonly item: number;
}

/**
 * Between words of two kinds of case: `forkliftOperator`, `HSEInduction`; two small letters, so that a slip of the
 * shift key divides nothing.
 */
const CAMEL_CASE = /(?<=\p{Ll}{2})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu;
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
/** "Risque d'incendie" */
const ELISION = /(?<![\p{L}\p{N}&])[dln]['’](?=[aeiouhyé])/giu;
/** "e-safety" and "de-energised" are one word; "de" alone is Spanish. */
const PREFIX = /(?<![\p{L}\p{N}])(?:(e|de)-(?=\p{L}{3})|(de) (?=escalat|icing))/giu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
/**
 * A dash divides where it stands alone or leans on one side only: "Depot - Perth", "Awareness- part 2", never
 * "lock-out". A run of dashes is tried from its first one only.
 */
const PIECES =
  /(?<word>\p{L}&\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}]+)|(?<divider>[:;,()[\]{}/|+&–—]|\s-+(?=\s|\p{L})|(?<!-)-+\s)/gu;
/** The dividers of a list; the others divide a name from what is said about it. */
const LISTS = new Set(['&', '+', '/', ',', ';', '|']);
const AND = new Set(['and', 'or', 'y', 'e', 'und', 'et']);

/** Lower case without accents, ligatures or width: `Sécurité` → `securite`. Idempotent. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** A copy of the start of a text: a slice, and each word cut from it, would keep the whole text in memory. */
function start(text: string, longest: number): string {
  return text.length <= longest ? text : Buffer.from(text.slice(0, longest), 'utf16le').toString('utf16le');
}

/**
 * The words of a clean text in their order: `"LOTO - Authorized_user"` → loto (part 0), authorized, user (part 1).
 * @param longest how much of the text is read, in characters before and after normalisation
 */
export function splitWords(text: string, longest = LONGEST_NAME): Word[] {
  const prepared = text
    .slice(0, longest)
    .replaceAll(INITIALS, (initials) => initials.replaceAll('.', ''))
    .replaceAll(ELISION, ' ')
    .replaceAll(PREFIX, '$1$2')
    .replaceAll(POSSESSIVE, '')
    .replaceAll(/['’]/g, '')
    .replaceAll(CAMEL_CASE, ' ');
  const words: Word[] = [];
  let part = 0;
  let item = 0;
  for (const { groups } of start(plain(prepared), longest).matchAll(PIECES)) {
    const word = groups?.['word'];
    if (word !== undefined && !AND.has(word)) {
      words.push({ text: word, part, item });
      continue;
    }
    part++;
    if (word !== undefined || LISTS.has(groups?.['divider'] ?? '')) item++;
  }
  return words;
}
