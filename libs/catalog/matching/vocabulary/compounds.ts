/** A word of a compound has at least this many letters: shorter ones are found in any word. */
const MIN_PART = 3;
const MIN_COMPOUND = 7;
const MAX_COMPOUND = 40;
/** The letters that German puts between the words of a compound: Arbeit-s-schutz, Laser-, Maschine-n-schutz. */
const LINKS = ['', 's', 'n', 'es', 'en', 'er', 'e'];
/** Last words of compounds that mean a course or its proof, whatever the words before are. */
const COURSE_WORDS =
  /^(?<head>.{4,}?)(?:s|n|en)?(?:grundunterweisung|unterweisung|schulung|grundausbildung|ausbildung|fortbildung|weiterbildung|lehrgang|kurs|seminar|belehrung|erlaubnis|berechtigung|schein|zertifizierung|qualifikation|qualifizierung|training)(?:en|e|s)?$/;

/**
 * Returns the words of a compound, longest first words first, or null if it does not consist of known words. Takes time
 * in proportion to the square of the word's length, which is bounded.
 */
export function splitCompound(word: string, isKnown: (part: string) => boolean): readonly string[] | null {
  if (word.length < MIN_COMPOUND || word.length > MAX_COMPOUND) return null;
  return partsOf(word, isKnown) ?? courseOn(word, isKnown);
}

/** `best[from]`: the fewest words that make the rest of the word from there. */
function partsOf(word: string, isKnown: (part: string) => boolean): readonly string[] | null {
  const best: Array<readonly string[] | null> = Array.from({ length: word.length + 1 }, () => null);
  best[word.length] = [];
  for (let from = word.length - MIN_PART; from >= 0; from--) {
    for (let to = word.length; to >= from + MIN_PART; to--) {
      const part = word.slice(from, to);
      if (!isKnown(part)) continue;
      const rest = restAfter(word, to, best);
      const known = best[from] ?? null;
      if (rest !== null && (known === null || rest.length + 1 < known.length)) best[from] = [part, ...rest];
    }
  }
  const parts = best[0] ?? null;
  return parts !== null && parts.length > 1 ? parts : null;
}

function restAfter(word: string, to: number, best: ReadonlyArray<readonly string[] | null>): readonly string[] | null {
  let least: readonly string[] | null = null;
  for (const link of LINKS) {
    const rest = word.startsWith(link, to) ? (best[to + link.length] ?? null) : null;
    if (rest !== null && (least === null || rest.length < least.length)) least = rest;
  }
  return least;
}

function courseOn(word: string, isKnown: (part: string) => boolean): readonly string[] | null {
  const head = COURSE_WORDS.exec(word)?.groups?.['head'];
  if (head === undefined) return null;
  return [...(isKnown(head) ? [head] : (partsOf(head, isKnown) ?? [head])), 'schulung'];
}
