import { COMMON_WORDS } from './common-words.js';

/** NIST SP 800-63B, section 5.1.1.2, requires at least 8 and allows 64 or more; without a second factor 8 are few. */
const MIN_LENGTH = 12;
const MAX_LENGTH = 256;

/** The minimum number of characters that remain when all easily guessed parts are removed. */
const MIN_REST = 4;

/**
 * The rule that a password breaks, or null. Length and guessability count; there are no rules of composition, and no
 * expiry (NIST SP 800-63B, section 5.1.1.2).
 * @param own what an attacker tries first for this user: name, address, the tenant's name
 */
export function passwordFault(password: string, own: readonly string[]): string | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < MIN_LENGTH) return `must have at least ${MIN_LENGTH} characters`;
  if (length > MAX_LENGTH) return `must have at most ${MAX_LENGTH} characters`;
  if (restOf(password, own).length < MIN_REST)
    return 'is easily guessed: it consists of common passwords, your names, repeats or sequences';
  return null;
}

/** The password without repeats, sequences, years, common words and the user's own: the part that is hard to guess. */
function restOf(password: string, own: readonly string[]): string {
  const names = own.flatMap(partsOf);
  // Also in their original form, before a year or a repeat within them is removed.
  const plain = withoutRuns(without(password.normalize('NFKC').toLowerCase(), names))
    .replaceAll(/(.{2,}?)\1+/gu, '$1')
    .replaceAll(/(.)\1{2,}/gu, '')
    .replaceAll(/(?:19|20)\d\d/g, '');
  const rest = without(withoutLeet(plain), [...COMMON_WORDS, ...names.map(withoutLeet)]);
  return rest.replaceAll(/[\s\p{P}\p{S}\d]/gu, '');
}

/** A name as a whole, and its words of at least three letters. */
function partsOf(name: string): string[] {
  const plain = name.toLowerCase();
  return [plain, ...plain.split(/[^\p{L}\d]+/u)].filter((part) => part.length > 2);
}

/** The text without any of the words, the longest first. */
function without(text: string, words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), text);
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Replaces digits and signs that stand for letters: `p@55w0rd`. */
function withoutLeet(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (character) => LEET[character] ?? character);
}

/** Removes sequences of four or more characters: `1234`, `dcba`. */
function withoutRuns(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const kept: number[] = [];
  for (let start = 0; start < codes.length;) {
    const end = Math.max(runEnd(codes, start, 1), runEnd(codes, start, -1));
    if (end - start < 4) kept.push(codes[start] ?? 0);
    start = end - start < 4 ? start + 1 : end;
  }
  return String.fromCodePoint(...kept);
}

function runEnd(codes: readonly number[], start: number, step: 1 | -1): number {
  let end = start + 1;
  while (end < codes.length && codes[end] === (codes[end - 1] ?? 0) + step) end++;
  return end;
}
