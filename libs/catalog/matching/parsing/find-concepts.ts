import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { levelAt } from '../words/levels.js';
import { stem } from '../words/stem.js';
import type { Unit } from './parsed-name.js';
import type { Token } from './tokenize.js';

const NO_CONCEPTS: readonly number[] = [];

export interface FoundConcept {
  readonly at: number;
  readonly unit: Unit;
  readonly tokens: readonly Token[];
}

export interface Concepts {
  readonly units: FoundConcept[];
  /** The words that belong to no concept. */
  readonly left: Token[];
}

/**
 * Finds the concepts in a list of words, longest terms first. Each word belongs to at most one concept. What is negated
 * is left out, unless a term has the negation: "non-destructive testing", but not "for non-electrical workers".
 */
export function findConcepts(tokens: readonly Token[], vocabulary: Vocabulary, longest = vocabulary.longest): Concepts {
  const units: FoundConcept[] = [];
  const taken = new Set<Token>();
  for (let length = Math.min(tokens.length, longest); length > 0; length--) {
    for (const find of length > 1 ? [inOrder, inAnyOrder] : [inOrder]) {
      for (let from = 0; from + length <= tokens.length; from++) {
        const run = tokens.slice(from, from + length);
        if (run.some((token) => taken.has(token)) || splitsNegation(run) || splitsLevel(tokens, from)) continue;
        const concepts = find(vocabulary, run);
        if (concepts.length === 0) continue;
        for (const token of run) taken.add(token);
        units.push(foundConcept(run, concepts, vocabulary));
      }
    }
  }
  return { units, left: tokens.filter((token) => token.negation === null && !taken.has(token)) };
}

/** Whether the word that negates the first word, or that the last word negates, is outside the run. */
const splitsNegation = (run: readonly Token[]): boolean =>
  run[0]?.negation === 'is negated' || run.at(-1)?.negation === 'negates the next';

/** Whether the word before a run and its first word are a level: 1 of "lvl 1 rigger" belongs to no rigger. */
const splitsLevel = (tokens: readonly Token[], from: number): boolean =>
  /^\d/.test(tokens[from]?.text ?? '') &&
  levelAt(
    tokens.slice(Math.max(0, from - 1), from + 1).map(({ text }) => text),
    0,
  )?.length === 2;

/** In the order of the words, or as one word: "whistle-blower". */
const inOrder = (vocabulary: Vocabulary, run: readonly Token[]): readonly number[] => {
  const concepts = vocabulary.named(run.map((token) => token.stem));
  return concepts.length > 0 || run.length !== 2
    ? concepts
    : vocabulary.named([stem(run.map(({ text }) => text).join(''))]);
};
const inAnyOrder = (vocabulary: Vocabulary, run: readonly Token[]): readonly number[] =>
  vocabulary.namedInAnyOrder(run.map((token) => token.stem));

function withoutCircumstances(concepts: readonly number[], vocabulary: Vocabulary): readonly number[] {
  if (!concepts.some((id) => vocabulary.concept(id).kind === 'circumstance')) return concepts;
  const others = concepts.filter((id) => vocabulary.concept(id).kind !== 'circumstance');
  return others.length === 0 ? NO_CONCEPTS : others;
}

/** The unit that consecutive words, or words of one term apart from each other, make. */
export function foundConcept(run: readonly Token[], concepts: readonly number[], vocabulary: Vocabulary): FoundConcept {
  const [first] = run;
  const stems = run.map((token) => token.stem);
  const text = run
    .map(({ original }) => original)
    .filter((written, index, all) => written !== all[index - 1])
    .join(' ');
  const { kind } = vocabulary.concept(concepts[0] ?? 0);
  const unit: Unit = {
    kind,
    // Words of one circumstance have no common meaning: a hand is no finger, and a floor no terminal.
    concepts: withoutCircumstances(concepts, vocabulary),
    stems,
    joinedStems: stems.length === 1 ? (stems[0] ?? '') : stems.join(''),
    text,
    segment: first?.segment ?? 0,
    listItem: first?.listItem ?? 0,
    correctedTo: run.find(({ correctedTo }) => correctedTo !== null)?.correctedTo ?? null,
  };
  return { at: first?.at ?? 0, unit, tokens: run };
}
