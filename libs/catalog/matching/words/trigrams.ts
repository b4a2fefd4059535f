const known = new Map<string, ReadonlySet<string>>();
/** A bound against texts that are never the same twice. */
const REMEMBERED = 20_000;

/** The three-letter windows of a word, two blanks before it and one behind: what PostgreSQL's pg_trgm takes. */
export function trigrams(word: string): ReadonlySet<string> {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, found);
  return found;
}

/** Shared trigrams over all of them (Jaccard), 0 to 1. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
