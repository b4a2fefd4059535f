import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { type Concepts, foundConcept } from './find-concepts.js';
import type { Token } from './tokenize.js';

/** Limits of the words of such a term, and of the words between two of them. */
const MAX_TERM = 3;
const MAX_GAP = 1;
/** What these say of the next word, they say of no other one: "no permit" is not in "no parking permit". */
const SAYS_OF_THE_NEXT: ReadonlySet<string> = new Set(
  'no not without wrong missing missed lost late high low failed incorrect expired positive new old used first last'.split(
    ' ',
  ),
);

/**
 * Finds a mechanism whose words have another word between them, if the topic names none in one piece: "fell from
 * ladder" in "fell from wobbly ladder". Takes the words from units of a single word, since a mechanism tells more than
 * they do.
 */
export function withMechanismApart(tokens: readonly Token[], found: Concepts, vocabulary: Vocabulary): Concepts {
  if (found.units.some(({ unit }) => unit.kind === 'mechanism')) return found;
  const taken = new Set(found.units.filter(({ tokens: of }) => of.length > 1).flatMap(({ tokens: of }) => of));
  const free = tokens.filter((token) => token.negation === null && !taken.has(token));
  for (let length = MAX_TERM; length > 1; length--) {
    for (const run of runsApart(free, length)) {
      const concepts = mechanismsNamed(run, vocabulary);
      if (concepts.length === 0) continue;
      return {
        units: [
          ...found.units.filter(({ tokens: of }) => !of.some((token) => run.includes(token))),
          foundConcept(run, concepts, vocabulary),
        ].toSorted((a, b) => a.at - b.at),
        left: found.left.filter((token) => !run.includes(token)),
      };
    }
  }
  return found;
}

/** The lists of so many words of a segment, in their order, with at most so many others between two of them. */
function runsApart(tokens: readonly Token[], length: number): Token[][] {
  let runs = tokens.map((token) => [token]);
  for (let longer = 1; longer < length; longer++) {
    runs = runs.flatMap((run) => {
      const last = run.at(-1);
      return tokens
        .filter(({ at, segment }) => last !== undefined && segment === last.segment && isNext(last.at, at))
        .map((next) => [...run, next]);
    });
  }
  return runs.filter((run) => run.slice(0, -1).every((token, index) => !isBound(token, run[index + 1])));
}

const isNext = (before: number, at: number): boolean => at > before && at - before <= 1 + MAX_GAP;

const isBound = ({ text, at }: Token, next: Token | undefined): boolean =>
  next !== undefined && next.at > at + 1 && SAYS_OF_THE_NEXT.has(text);

function mechanismsNamed(run: readonly Token[], vocabulary: Vocabulary): readonly number[] {
  const concepts = vocabulary.named(run.map((token) => token.stem));
  return concepts.filter((id) => vocabulary.concept(id).kind === 'mechanism');
}
