import type { Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { stem } from '../words/stem.js';
import { similarity, trigrams } from '../words/trigrams.js';

/** How well a unit of a course answers a unit of a topic. */
export interface UnitSimilarity {
  /** The share of the topic's unit that is answered, 0 to 1. */
  readonly answered: number;
  /** The share of the course's unit that the topic asks for, 0 to 1: less if the course is narrower than the topic. */
  readonly asked: number;
  readonly relation: 'same' | 'narrower' | 'broader' | 'near' | 'alike' | 'trained by';
}

/** Shares by steps if the course is broader: a course on powered trucks answers "reach truck". */
const COURSE_IS_BROADER = [0.9, 0.8, 0.7];
/** Shares by steps if the course covers only one kind of the topic. */
const COURSE_IS_NARROWER = [0.8, 0.7, 0.6];
/** The topic is related to the course ("sexual harassment" to "harassment"), or only the course to the topic. */
const TOPIC_IS_RELATED: UnitSimilarity = { answered: 0.6, asked: 0.9, relation: 'near' };
const COURSE_IS_RELATED: UnitSimilarity = { answered: 0.8, asked: 0.5, relation: 'near' };
const SYNONYM: UnitSimilarity = { answered: 0.99, asked: 1, relation: 'same' };
/** The course is on what people are trained in against a mechanism: machine guarding against getting caught. */
const TRAINED_BY: UnitSimilarity = { answered: 0.85, asked: 0.95, relation: 'trained by' };
/** The courses against a mechanism stand in the order in which they are preferred. */
const TRAINED_BY_STEP = 0.02;
const MIN_TRAINED_BY = 0.77;
const TRAINED_BY_BROADER: UnitSimilarity = { answered: 0.75, asked: 0.85, relation: 'trained by' };
const TRAINED_BY_NARROWER: UnitSimilarity = { answered: 0.75, asked: 0.6, relation: 'trained by' };
const CORRECTED_FACTOR = 0.95;
/** A word of the topic within a longer term of the course: "openings" in "edges, openings and guarding". */
const WITHIN_A_TERM: UnitSimilarity = { answered: 0.6, asked: 0.6, relation: 'alike' };
/** One unit has a word of the other and only generic words besides: "tyre" and "tyre safety". */
const ONLY_SPECIFIC_WORD: UnitSimilarity = { answered: 0.9, asked: 0.9, relation: 'alike' };
const GENERIC_STEMS = new Set(
  [
    'safety',
    'safe',
    'safely',
    'use',
    'user',
    'operation',
    'operator',
    'awareness',
    'work',
    'skills',
    'basics',
    'program',
    'procedures',
    'practices',
    'standard',
  ].map(stem),
);
/** They name a person for any subject: "Fachkraft für Arbeitssicherheit" and "Fachkraft für Entsorgung". */
const PERSON_STEMS = new Set(['specialist', 'officer', 'expert', 'fachkraft', 'beauftragter'].map(stem));
/** Below this similarity, two words share trigrams by chance. */
const MIN_SIMILARITY = 0.5;

/** Compares a unit of a topic with one of a course; null if they have nothing in common. */
export function compareUnits(topic: Unit, course: Unit, vocabulary: Vocabulary): UnitSimilarity | null {
  const found =
    (topic.concepts.length > 0 && course.concepts.length > 0 ? compareConcepts(topic, course, vocabulary) : null) ??
    compareWords(topic, course);
  return found === null || topic.correctedTo === null
    ? found
    : { ...found, answered: found.answered * CORRECTED_FACTOR };
}

function compareConcepts(topic: Unit, course: Unit, vocabulary: Vocabulary): UnitSimilarity | null {
  // An alias scores slightly less than the same word.
  const sameWords = topic.joinedStems === course.joinedStems;
  let best: UnitSimilarity | null = null;
  for (const asked of topic.concepts) {
    for (const taught of course.concepts) {
      const found = asked === taught && !sameWords ? SYNONYM : compareConcept(asked, taught, vocabulary);
      if (found !== null && (best === null || found.answered > best.answered)) best = found;
    }
  }
  return best;
}

function compareConcept(asked: number, taught: number, vocabulary: Vocabulary): UnitSimilarity | null {
  if (asked === taught) return { answered: 1, asked: 1, relation: 'same' };
  const up = vocabulary.broader(asked).get(taught);
  if (up !== undefined) return { answered: COURSE_IS_BROADER[up - 1] ?? 0, asked: 1, relation: 'broader' };
  const down = vocabulary.broader(taught).get(asked);
  if (down !== undefined) return { answered: 1, asked: COURSE_IS_NARROWER[down - 1] ?? 0, relation: 'narrower' };
  const control = compareControls(vocabulary.controls(asked), taught, vocabulary);
  if (control !== null) return control;
  if (vocabulary.related(asked).has(taught)) return TOPIC_IS_RELATED;
  return vocabulary.related(taught).has(asked) ? COURSE_IS_RELATED : null;
}

function compareControls(controls: ReadonlySet<number>, taught: number, vocabulary: Vocabulary): UnitSimilarity | null {
  if (controls.size === 0) return null;
  const rank = [...controls].indexOf(taught);
  if (rank !== -1)
    return { ...TRAINED_BY, answered: Math.max(MIN_TRAINED_BY, TRAINED_BY.answered - rank * TRAINED_BY_STEP) };
  if ([...controls].some((control) => vocabulary.broader(control).has(taught))) return TRAINED_BY_BROADER;
  return [...vocabulary.broader(taught).keys()].some((id) => controls.has(id)) ? TRAINED_BY_NARROWER : null;
}

function compareWords(
  { stems: topic, joinedStems: word, concepts: asked }: Unit,
  { stems: course, joinedStems: other, concepts: taught }: Unit,
): UnitSimilarity | null {
  if (word === other) return { answered: 1, asked: 1, relation: 'same' };
  if (topic.length !== 1) return isOnlySpecificWord(other, topic) ? ONLY_SPECIFIC_WORD : null;
  if (course.length !== 1)
    return isOnlySpecificWord(word, course) ? ONLY_SPECIFIC_WORD : course.includes(word) ? WITHIN_A_TERM : null;
  // Two words of the vocabulary that it does not relate are different things: "grader" and "grade".
  if (asked.length > 0 && taught.length > 0) return null;
  if (isPersonDoing(word, other) || isPersonDoing(other, word)) return ONLY_SPECIFIC_WORD;
  const [ofWord, ofOther] = [trigrams(word), trigrams(other)];
  // Two words share at most the trigrams of the one that has fewer.
  if (Math.min(ofWord.length, ofOther.length) < MIN_SIMILARITY * Math.max(ofWord.length, ofOther.length)) return null;
  const alike = similarity(ofWord, ofOther);
  return alike < MIN_SIMILARITY ? null : { answered: alike, asked: alike, relation: 'alike' };
}

/** Whether a term consists of this word and generic words: "roof" in "roof work". */
function isOnlySpecificWord(word: string, term: readonly string[]): boolean {
  return (
    !PERSON_STEMS.has(word) &&
    term.includes(word) &&
    term.every((stemmed) => stemmed === word || GENERIC_STEMS.has(stemmed))
  );
}

const PERSON_SUFFIXES = new Set(['er', 'or', 'ist']);

/** A person and the activity, if the vocabulary has no role for it: "jointer" and "jointing". */
function isPersonDoing(who: string, what: string): boolean {
  return (
    what.length >= 4 && who.length > what.length && who.startsWith(what) && PERSON_SUFFIXES.has(who.slice(what.length))
  );
}
