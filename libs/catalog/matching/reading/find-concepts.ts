import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { stem } from '../words/stem.js';
import type { Unit } from './reading.js';
import type { Token } from './tokens.js';

export interface FoundConcept {
  readonly at: number;
  readonly unit: Unit;
  readonly tokens: readonly Token[];
}

/** Takes the concepts out of a row of words, the longest terms first; each word belongs to one. */
export function findConcepts(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  longest = vocabulary.longest,
): { units: FoundConcept[]; left: Token[] } {
  const units: FoundConcept[] = [];
  const taken = new Set<Token>();
  for (let length = Math.min(tokens.length, longest); length > 0; length--) {
    for (const find of length > 1 ? [inOrder, inAnyOrder] : [inOrder]) {
      for (let from = 0; from + length <= tokens.length; from++) {
        const run = tokens.slice(from, from + length);
        if (run.some((token) => taken.has(token))) continue;
        const concepts = find(vocabulary, run);
        if (concepts.length === 0) continue;
        for (const token of run) taken.add(token);
        units.push(found(run, concepts, vocabulary));
      }
    }
  }
  return { units, left: tokens.filter((token) => !taken.has(token)) };
}

/** As the words stand, or as the one that they are when written together: "whistle-blower". */
const inOrder = (vocabulary: Vocabulary, run: readonly Token[]): readonly number[] => {
  const concepts = vocabulary.named(run.map((token) => token.stem));
  return concepts.length > 0 || run.length !== 2
    ? concepts
    : vocabulary.named([stem(run.map(({ text }) => text).join(''))]);
};
const inAnyOrder = (vocabulary: Vocabulary, run: readonly Token[]): readonly number[] =>
  vocabulary.namedInAnyOrder(run.map((token) => token.stem));

function found(run: readonly Token[], concepts: readonly number[], vocabulary: Vocabulary): FoundConcept {
  const [first] = run;
  const stems = run.map((token) => token.stem);
  const text = run
    .map(({ written }) => written)
    .filter((written, index, all) => written !== all[index - 1])
    .join(' ');
  const unit: Unit = {
    kind: vocabulary.concept(concepts[0] ?? 0).kind,
    concepts,
    stems,
    joined: stems.length === 1 ? (stems[0] ?? '') : stems.join(''),
    text,
    part: first?.part ?? 0,
    item: first?.item ?? 0,
    respelt: run.find(({ respelt }) => respelt !== null)?.respelt ?? null,
  };
  return { at: first?.at ?? 0, unit, tokens: run };
}
