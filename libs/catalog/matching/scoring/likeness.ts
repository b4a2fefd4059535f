import type { Unit } from '../reading/reading.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { stem } from '../words/stem.js';
import { similarity, trigrams } from '../words/trigrams.js';

/** How well a unit of a course answers one of a topic. */
export interface Likeness {
  /** How much of the topic's unit is answered, 0 to 1. */
  readonly answered: number;
  /** How much of the course's unit was asked for, 0 to 1: less where the course is narrower than the topic. */
  readonly asked: number;
  readonly how: 'same' | 'narrower' | 'broader' | 'near' | 'alike';
}

/** A topic that is a kind of what the course is about, by steps: a course on powered trucks answers "reach truck". */
const COURSE_IS_BROADER = [0.9, 0.8, 0.7];
/** A course that is on one kind only of what the topic asks for. */
const COURSE_IS_NARROWER = [0.8, 0.7, 0.6];
/** What is close to the course ("sexual harassment" to "harassment"), or what the course is only close to. */
const TOPIC_IS_NEAR: Likeness = { answered: 0.6, asked: 0.9, how: 'near' };
const COURSE_IS_NEAR: Likeness = { answered: 0.8, asked: 0.5, how: 'near' };
const SYNONYM: Likeness = { answered: 0.99, asked: 1, how: 'same' };
const READ_AS_MISSPELT = 0.95;
/** A word of the topic that the course has within a term: "openings" in "edges, openings and guarding". */
const WITHIN_A_TERM: Likeness = { answered: 0.6, asked: 0.6, how: 'alike' };
/** A word of one that is all the other says: "tyre" and "tyre safety". */
const ALL_THAT_TELLS: Likeness = { answered: 0.9, asked: 0.9, how: 'alike' };
const TELLS_NOTHING = new Set(
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
/** Below it two words share letters by chance. */
const ALIKE = 0.5;

/** How a unit of a course answers one of a topic, or null where they have nothing to do with each other. */
export function likeness(topic: Unit, course: Unit, vocabulary: Vocabulary): Likeness | null {
  const found =
    (topic.concepts.length > 0 && course.concepts.length > 0 ? ofConcepts(topic, course, vocabulary) : null) ??
    ofWords(topic, course);
  return found === null || topic.respelt === null ? found : { ...found, answered: found.answered * READ_AS_MISSPELT };
}

function ofConcepts(topic: Unit, course: Unit, vocabulary: Vocabulary): Likeness | null {
  // Two words for one thing mean nearly the same; the same word does.
  const sameWords = topic.joined === course.joined;
  let best: Likeness | null = null;
  for (const asked of topic.concepts) {
    for (const taught of course.concepts) {
      const found = asked === taught && !sameWords ? SYNONYM : ofConcept(asked, taught, vocabulary);
      if (found !== null && (best === null || found.answered > best.answered)) best = found;
    }
  }
  return best;
}

function ofConcept(asked: number, taught: number, vocabulary: Vocabulary): Likeness | null {
  if (asked === taught) return { answered: 1, asked: 1, how: 'same' };
  const up = vocabulary.broader(asked).get(taught);
  if (up !== undefined) return { answered: COURSE_IS_BROADER[up - 1] ?? 0, asked: 1, how: 'broader' };
  const down = vocabulary.broader(taught).get(asked);
  if (down !== undefined) return { answered: 1, asked: COURSE_IS_NARROWER[down - 1] ?? 0, how: 'narrower' };
  if (vocabulary.related(asked).has(taught)) return TOPIC_IS_NEAR;
  return vocabulary.related(taught).has(asked) ? COURSE_IS_NEAR : null;
}

function ofWords({ stems: topic, joined: word }: Unit, { stems: course, joined: other }: Unit): Likeness | null {
  if (word === other) return { answered: 1, asked: 1, how: 'same' };
  if (topic.length !== 1) return isAll(other, topic) ? ALL_THAT_TELLS : null;
  if (course.length !== 1) return isAll(word, course) ? ALL_THAT_TELLS : course.includes(word) ? WITHIN_A_TERM : null;
  if (isDoerOf(word, other) || isDoerOf(other, word)) return ALL_THAT_TELLS;
  const [ofWord, ofOther] = [trigrams(word), trigrams(other)];
  // Words share at most the trigrams of the one that has fewer.
  if (Math.min(ofWord.length, ofOther.length) < ALIKE * Math.max(ofWord.length, ofOther.length)) return null;
  const alike = similarity(ofWord, ofOther);
  return alike < ALIKE ? null : { answered: alike, asked: alike, how: 'alike' };
}

/** Whether a word is all that tells something in a term: "roof" in "roof work". */
function isAll(word: string, term: readonly string[]): boolean {
  return term.includes(word) && term.every((stemmed) => stemmed === word || TELLS_NOTHING.has(stemmed));
}

const DOERS = new Set(['er', 'or', 'ist']);

/** Who does it and what is done, where the vocabulary knows no further role: "jointer" and "jointing". */
function isDoerOf(who: string, what: string): boolean {
  return what.length >= 4 && who.length > what.length && who.startsWith(what) && DOERS.has(who.slice(what.length));
}
