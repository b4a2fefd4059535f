import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { eventWordsOf } from '../vocabulary/event-words.js';
import { type Concepts, type FoundConcept, foundConcept } from './find-concepts.js';
import { withMechanismApart } from './find-mechanisms-apart.js';
import type { Token } from './tokenize.js';

const NO_EVENT: Concepts = { units: [], left: [] };

/** Fewer words that name a mechanism may be a part of something else: "harassment complaint investigation". */
const MIN_NAMED = 3;

/**
 * Reads a topic as what happened: words of an event or a mechanism that it names, and the subjects besides. Whom it
 * happened to, and where, tells nothing of a course: "chef burnt her arm on the oven door, shift 2".
 * @returns nothing if the topic tells no event
 */
export function asEvent(tokens: readonly Token[], found: Concepts, vocabulary: Vocabulary): Concepts {
  // "Not required: ladder slips".
  if (tokens.every(({ negation }) => negation !== null)) return NO_EVENT;
  const { units } = withMechanismApart(tokens, found, vocabulary);
  const named = units
    .filter(({ unit, tokens: of }) => unit.kind === 'mechanism' && wordsOf(of) >= MIN_NAMED)
    .toSorted((one, other) => wordsOf(other.tokens) - wordsOf(one.tokens))[0];
  const told = eventOf(tokens, vocabulary);
  const event = wordsOf(named?.tokens) > wordsOf(told?.tokens) ? named : told;
  if (event === undefined) return NO_EVENT;
  const isBeside = ({ unit, tokens: of }: FoundConcept): boolean =>
    unit.kind === 'subject' && (wordsOf(of) > 1 || !of.some((token) => event.tokens.includes(token)));
  return { units: [event, ...units.filter(isBeside)].toSorted((a, b) => a.at - b.at), left: [] };
}

/** The number of words as the topic has them: a dictionary may translate one by several. */
function wordsOf(tokens: readonly Token[] = []): number {
  return [...new Set(tokens.map(({ original }) => original))].flatMap((written) => written.split(' ')).length;
}

/** The mechanism that words of an event name together. They are known, although the vocabulary may not have them. */
function eventOf(tokens: readonly Token[], vocabulary: Vocabulary): FoundConcept | undefined {
  const event = eventWordsOf(vocabulary).find(tokens);
  if (event === null) return undefined;
  const known = event.tokens.map((token) => ({ ...token, correctedTo: null }));
  return { ...foundConcept(known, [event.mechanism], vocabulary), tokens: event.tokens };
}
