import { conceptKey } from '../library/index-keys.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { type UnitSimilarity, compareUnits } from './compare-units.js';
import type { LibraryContext } from './library-context.js';
import { type WordsOfName, initialsFinder, mayBeInitials } from './match-initials.js';

/** The shares of a concept whose words the course has, but not as a term. */
const ALL_WORDS_SHARE = 0.85;

/** The share that a topic asks for of an abbreviation that the name limits. */
const SHORT_OF_LAST_SHARE = 0.5;

/** An abbreviation of words that only the name of the course explains. */
const INITIALS_OF_WORDS: UnitSimilarity = { answered: 0.85, asked: 0.9, relation: 'same' };

/** A unit of a topic, and the unit of a course's name that answers it. */
export interface Match extends UnitSimilarity {
  readonly topic: Unit;
  readonly course: Unit;
}

interface FoundMatch extends Match {
  /** The matched units of the course. */
  readonly units: readonly Unit[];
}

/** A unit of a topic, and its match in a name; null: none. */
export interface Found {
  readonly unit: Unit;
  readonly match: FoundMatch | null;
}

/** The best match of each unit of a topic in a name. */
export function matchUnits(topic: ParsedName, name: ParsedName, context: LibraryContext): readonly Found[] {
  const hasStem = stemsOf(name.units);
  const found = topic.units.map((unit) => ({
    unit,
    match: narrowed(bestMatch(unit, name.units, hasStem, context.vocabulary), name),
  }));
  if (!found.some(({ match }) => match !== null && match.topic.kind !== 'filler')) return found;
  const withInitials = initialsFinder(name);
  return found.map(({ unit, match }) => ({ unit, match: match ?? matchInitials(unit, withInitials, context) }));
}

/**
 * An abbreviation that stands for only the last words of a name is narrower in it: "PPE" is not all of "Arc Flash
 * Personal Protective Equipment (PPE)". The vocabulary compares those that it has.
 */
function narrowed(match: FoundMatch | null, { shortOfLast, text }: ParsedName): FoundMatch | null {
  if (match === null || shortOfLast === null || match.relation !== 'same') return match;
  const { course } = match;
  return course.kind !== 'word' || course.joinedStems !== shortOfLast
    ? match
    : { ...match, asked: SHORT_OF_LAST_SHARE, relation: 'narrower', course: { ...course, text } };
}

/** The words that an abbreviation of the topic stands for, beside what the two share: "AWS SAA". */
function matchInitials(
  topic: Unit,
  withInitials: (initials: string) => WordsOfName | null,
  context: LibraryContext,
): FoundMatch | null {
  const keys = [...topic.concepts.map(conceptKey), ...topic.stems];
  if (!mayBeInitials(topic) || keys.some((key) => context.isMentioned(key))) return null;
  const words = withInitials(topic.text);
  const [first] = words?.units ?? [];
  if (words === null || first === undefined) return null;
  return { ...INITIALS_OF_WORDS, topic, course: { ...first, text: words.text }, units: words.units };
}

/** Whether a unit of a name has a stem. */
type HasStem = (stemmed: string) => boolean;

/** The set is built at the first call, because most comparisons do not need it. */
function stemsOf(units: readonly Unit[]): HasStem {
  let stems: ReadonlySet<string> | null = null;
  return (stemmed) => (stems ??= new Set(units.flatMap(({ stems: of }) => of))).has(stemmed);
}

function bestMatch(topic: Unit, units: readonly Unit[], hasStem: HasStem, vocabulary: Vocabulary): FoundMatch | null {
  let found: FoundMatch | null = null;
  for (const course of units) {
    const like = compareUnits(topic, course, vocabulary);
    if (like !== null && (found === null || like.answered * like.asked > found.answered * found.asked))
      found = { ...like, topic, course, units: [course] };
  }
  if (found !== null && found.answered * found.asked >= ALL_WORDS_SHARE ** 2) return found;
  return matchAcrossUnits(topic, units, hasStem, vocabulary) ?? found;
}

/**
 * Words of the topic that are in the same term of the course count more together: "surface induction" in "surface mine
 * induction".
 */
export function combineWithinTerm(found: readonly Found[]): readonly Found[] {
  const alike = new Map<Unit, Set<string>>();
  for (const { unit, match } of found) {
    if (match?.relation !== 'alike' || match.course.concepts.length === 0) continue;
    const stems = alike.get(match.course) ?? new Set();
    for (const stemmed of unit.stems) stems.add(stemmed);
    alike.set(match.course, stems);
  }
  return alike.size === 0
    ? found
    : found.map(({ unit, match }) => {
        const stems = match?.relation === 'alike' ? alike.get(match.course) : undefined;
        if (match === null || stems === undefined) return { unit, match };
        const shared = match.course.stems.filter((stemmed) => stems.has(stemmed)).length;
        return shared < 2
          ? { unit, match }
          : {
              unit,
              match: {
                ...match,
                answered: Math.max(match.answered, ALL_WORDS_SHARE),
                asked: Math.max(match.asked, shared / match.course.stems.length),
              },
            };
      });
}

/**
 * Finds the words of a concept, or of one of its aliases, in several units. "Wrist, hand and finger safety" has those
 * of "hand safety", "Switching - High Voltage" those of an alias of "HV switching".
 */
function matchAcrossUnits(
  topic: Unit,
  units: readonly Unit[],
  hasStem: HasStem,
  vocabulary: Vocabulary,
): FoundMatch | null {
  const parts = unitsWithStems(topic.stems, units) ?? unitsWithAlias(topic, units, hasStem, vocabulary);
  const [first] = parts ?? [];
  if (first !== undefined && parts?.every((part) => part === first) && isKnownAsAnother(topic, first)) return null;
  return parts === null || first === undefined
    ? null
    : { answered: ALL_WORDS_SHARE, asked: ALL_WORDS_SHARE, relation: 'alike', topic, course: first, units: parts };
}

/**
 * Whether a longer term of the course contains the topic's words, but is known as another concept: "mental health first
 * aid" and "first aid".
 */
function isKnownAsAnother(topic: Unit, course: Unit): boolean {
  return topic.concepts.length > 0 && course.concepts.length > 0 && course.stems.length > topic.stems.length;
}

/** For an alias only whole units count: "prevent falls" is not in "Preventing Slips, Trips and Falls". */
function unitsWithAlias(
  { concepts }: Unit,
  units: readonly Unit[],
  hasStem: HasStem,
  vocabulary: Vocabulary,
): Unit[] | null {
  for (const term of concepts.flatMap((id) => vocabulary.termsOf(id))) {
    if (term.length < 2 || !term.every(hasStem)) continue;
    const whole = units.filter(({ stems }) => stems.every((stem) => term.includes(stem)));
    const parts = unitsWithStems(term, whole);
    if (parts !== null) return parts;
  }
  return null;
}

function unitsWithStems(stems: readonly string[], units: readonly Unit[]): Unit[] | null {
  if (stems.length < 2) return null;
  const parts = stems.map((stem) => units.find(({ stems: of }) => of.includes(stem)));
  return parts.every((part) => part !== undefined) ? parts : null;
}
