import type { Unit } from '../parsing/parsed-name.js';
import { stem } from '../words/stem.js';
import { credentialWords } from '../words/word-lists.js';
import type { LibraryContext } from './library-context.js';
import { isRepeatedAsAsked } from './slots.js';
import type { Basis, Rating } from './rate-course.js';

/** A course below this share of a score is no rival. */
const MIN_RIVAL_SHARE = 0.5;
/** By how much the words of a rival must outweigh those of a course: by half of a word that only one course has. */
const MIN_LEAD = 0.5;
/** Words of more courses tell little: see `rarity`. */
const MIN_RARITY = 0.5;
const YIELDING_FACTOR = 0.7;
/** Rivals with which each course is compared: all courses of a library may be rivals. */
const MAX_STRONGEST = 10;
const TELLS_NOTHING: ReadonlySet<Unit['kind']> = new Set(['filler', 'person', 'circumstance', 'number']);
const credentialStems: ReadonlySet<string> = new Set([...credentialWords].map(stem));

interface Rival<Rated> {
  readonly rated: Rated;
  readonly basis: Basis;
  /** The weight of the words of the topic that the course has. */
  readonly own: number;
}

/**
 * Lowers the score of a course if another one has more of the topic's own words: "KYC review" is for "KYC", and not for
 * "Anti-Money Laundering" that the vocabulary has against it. Words do not count if both courses have what the topic
 * means: "BA" is for "Breathing Apparatus" as much as for "BA Entry Control".
 */
export function preferOwnWords<Rated extends Rating>(
  ratings: readonly Rated[],
  context: LibraryContext,
  isInLanguage: (rated: Rated) => boolean = () => true,
): readonly Rated[] {
  const best = ratings.reduce((score, rated) => Math.max(score, rated.score), 0);
  const rivals = rivalsAmong(
    ratings.filter(({ score }) => score >= best * MIN_RIVAL_SHARE),
    context,
  );
  const byRating = new Map(rivals.map((rival) => [rival.rated, rival]));
  const strongest = rivals.toSorted((one, other) => other.own - one.own).slice(0, MAX_STRONGEST);
  return ratings.map((rated) => {
    const one = byRating.get(rated);
    const other = one === undefined ? undefined : strongest.find((rival) => yieldsTo(one, rival, isInLanguage));
    return other === undefined ? rated : yielding(rated, other.basis.name.text);
  });
}

function yielding<Rated extends Rating>(rated: Rated, other: string): Rated {
  return {
    ...rated,
    score: rated.score * YIELDING_FACTOR,
    isExplained: false,
    answersMost: false,
    evidence: () => [...rated.evidence(), `"${other}" has more words of the topic`],
  };
}

function rivalsAmong<Rated extends Rating>(ratings: readonly Rated[], context: LibraryContext): Rival<Rated>[] {
  const [first] = ratings.flatMap(({ basis }) => basis ?? []);
  if (ratings.length < 2 || first === undefined) return [];
  const words = wordsOf(first.topic.units, context);
  return ratings.flatMap((rated) => {
    const { basis } = rated;
    return basis === null ? [] : { rated, basis, own: weightOf(words, basis, context) };
  });
}

function yieldsTo<Rated extends Rating>(
  one: Rival<Rated>,
  other: Rival<Rated>,
  isInLanguage: (rated: Rated) => boolean,
): boolean {
  return (
    other.own >= one.own + MIN_LEAD &&
    !meanTheSame(one.basis, other.basis) &&
    !onlyOneRepeats(one.basis, other.basis) &&
    // Words of another language are the topic's own ones only in their translation.
    (isInLanguage(other.rated) || !isInLanguage(one.rated))
  );
}

function wordsOf(units: readonly Unit[], context: LibraryContext): readonly string[] {
  const stems = units.filter(({ kind }) => !TELLS_NOTHING.has(kind)).flatMap(({ stems: of }) => of);
  return [...new Set(stems)].filter(
    (stemmed) => !credentialStems.has(stemmed) && context.isMentioned(stemmed) && context.rarity(stemmed) >= MIN_RARITY,
  );
}

function weightOf(words: readonly string[], { name }: Basis, context: LibraryContext): number {
  return words.reduce(
    (sum, word) => (name.units.some(({ stems }) => stems.includes(word)) ? sum + context.rarity(word) : sum),
    0,
  );
}

/** Whether a course is the refresher that the topic asks for, and its rival is none. */
function onlyOneRepeats({ topic, name }: Basis, { name: other }: Basis): boolean {
  return isRepeatedAsAsked(topic, name) && !isRepeatedAsAsked(topic, other);
}

/** Whether both courses have the meaning of the same unit of the topic. */
function meanTheSame({ comparison: one }: Basis, { comparison: other }: Basis): boolean {
  return one.matches.some(
    ({ relation, topic }) =>
      relation === 'same' && other.matches.some((match) => match.topic === topic && match.relation === 'same'),
  );
}
