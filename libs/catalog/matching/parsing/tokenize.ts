import { translator } from '../vocabulary/translator.js';
import { stopWords } from '../words/word-lists.js';
import { expandAbbreviation } from '../words/abbreviations.js';
import { type Word, splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';

/** A word of a name, before concepts are found. */
export interface Token {
  readonly at: number;
  readonly text: string;
  readonly original: string;
  readonly stem: string;
  readonly segment: number;
  readonly listItem: number;
  readonly correctedTo: string | null;
  /** What a word says of its neighbour. Both stand only for a term that has both: "non-destructive testing". */
  readonly negation: 'negates the next' | 'is negated' | null;
}

/** Corrects an unknown word of a name: returns the word that was meant, two words if a blank is missing, or null. */
export type SpellingCorrection = (word: string) => readonly string[] | null;

/** Limit of words of a name, without stop words. The longest title of a published library has 12. */
const MAX_WORDS = 40;

const NEGATIONS = new Set(['non', 'not', 'nicht', 'sin', 'sans', 'sem', 'ohne']);
/** They negate the rest of their segment, and of a list: "excluding confined space and ladders". */
const EXCLUSIONS = new Set(
  'excluding excludes excl except exclude excepto excluyendo sauf hormis ausgenommen ausser uitgezonderd escluso esclusa'.split(
    ' ',
  ),
);
/** After a negation they say that nobody has to take the course: "not required: forklift". */
const REQUIRED = new Set(
  'required needed necessary applicable erforderlich notwendig requerido necesario vereist'.split(' '),
);

/** Splits a text into words without stop words. */
export function tokenize(text: string, spelling: SpellingCorrection | null): Token[] {
  const english = translator();
  const words = english.translate(splitWords(text));
  const meaningful = withNegations(words).filter(({ text: word }) => !stopWords.has(word));
  return meaningful
    .slice(0, MAX_WORDS)
    .flatMap(({ text: read, written, segment, listItem, negation }) => {
      const whole = expandAbbreviation(read);
      const corrected = negation === 'negates the next' ? null : (spelling?.(whole) ?? null);
      const correctedTo = corrected?.length === 1 ? (corrected[0] ?? null) : null;
      return (corrected?.flatMap((word) => english.translateWord(word)) ?? [whole]).map((word) => ({
        text: word,
        original: written,
        stem: stem(word),
        segment,
        listItem,
        correctedTo,
        negation,
      }));
    })
    .slice(0, MAX_WORDS)
    .map((token, at) => ({ at, ...token }));
}

type Negatable = Pick<Word, 'text' | 'segment' | 'listItem'>;

function withNegations<Of extends Negatable>(words: readonly Of[]): Array<Of & Pick<Token, 'negation'>> {
  let exclusion: Of | null = null;
  const isNeedless = words.some((_, index) => saysNotRequired(words, index));
  return words.map((word, index) => {
    if (EXCLUSIONS.has(word.text)) exclusion = word;
    const isExcluded = exclusion !== null && isInListOf(word, exclusion);
    const isNegated = isNeedless || isExcluded || NEGATIONS.has(words[index - 1]?.text ?? '');
    const negates = NEGATIONS.has(word.text) || EXCLUSIONS.has(word.text);
    return { ...word, negation: negates ? 'negates the next' : isNegated ? 'is negated' : null };
  });
}

/** Whether only commas, slashes and "and" separate a word from an earlier one. */
function isInListOf(word: Negatable, before: Negatable): boolean {
  return word.segment - before.segment === word.listItem - before.listItem;
}

/** Whether a segment ends here with "not required". A permit-required space is another thing. */
function saysNotRequired(words: readonly Negatable[], index: number): boolean {
  const [not, word, next] = words.slice(index, index + 3);
  return (
    NEGATIONS.has(not?.text ?? '') &&
    REQUIRED.has(word?.text ?? '') &&
    (next === undefined || next.segment !== word?.segment)
  );
}
