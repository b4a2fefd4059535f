/** Lower case, no accents, words of letters and digits with one space between: `"Lock-out/Tagout"` → `"lock out tagout"`. */
export function normaliseTopic(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The three-letter windows of each word, two blanks before it and one behind: what PostgreSQL's pg_trgm takes. */
export function trigrams(normalised: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of normalised.split(' ')) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** Shared trigrams over all of them (Jaccard), 0 to 1. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
