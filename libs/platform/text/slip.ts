import { distance } from 'fastest-levenshtein';

/**
 * The number of letters by which a misspelt name may differ. For short names it is one, because two different letters
 * often make another word: "site" and "date".
 */
const SLIP = 2;
const SLIP_OF_SHORT = 1;
const SHORT = 5;

/**
 * The name that was probably meant: within two letters (of a name of up to four letters, one), or the same but for case
 * and separators. Two neighbouring letters in the wrong order count as one. Undefined: there is none.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const bare = bareName(name);
  const candidates = known.filter((one) => Math.abs(one.length - name.length) <= SLIP + separatorsOf(name));
  return candidates.find((one) => bareName(one) === bare) ?? candidates.find((one) => isSlip(bare, bareName(one)));
}

function isSlip(bare: string, known: string): boolean {
  return isSwapped(bare, known) || distance(bare, known) <= (known.length < SHORT ? SLIP_OF_SHORT : SLIP);
}

/** The name in lower case without blanks and punctuation: the same for `due_at` and `dueAt`. */
function bareName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function separatorsOf(name: string): number {
  return name.length - bareName(name).length;
}

/** Whether two neighbouring letters are in the wrong order, which the edit distance counts as two. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
