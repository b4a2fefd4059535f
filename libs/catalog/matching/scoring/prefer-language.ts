import type { PreparedCourse } from '../library/prepared-library.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import type { Match } from './match-units.js';
import type { Rating } from './rate-course.js';

/** A course below this share of a score is no rival. */
const MIN_RIVAL_SHARE = 0.85;
const YIELDING_FACTOR = 0.7;
const TELLS_NOTHING: ReadonlySet<Unit['kind']> = new Set(['filler', 'person', 'circumstance', 'number']);

interface Titled {
  readonly prepared: PreparedCourse;
}

/** Whether a course has a name in the language of a topic. */
export type IsInLanguage = (rated: Titled) => boolean;

/** Returns a function that says whether courses have a name in the language of a topic; unknown words are English. */
export function inLanguageOf(topic: ParsedName): IsInLanguage {
  return ({ prepared: { names } }) => names.some(({ parsed }) => areAlike(topic.languages, parsed.languages));
}

/** The same, but all courses count as in the language of a topic whose language is not known: a code, an abbreviation. */
export function inKnownLanguageOf(topic: ParsedName): IsInLanguage {
  return topic.languages.length === 0 ? () => true : inLanguageOf(topic);
}

/** Whether the titles of two courses are in different languages. */
export function areInOtherLanguages(one: Titled, other: Titled): boolean {
  return !areAlike(languagesOfTitle(one), languagesOfTitle(other));
}

const languagesOfTitle = ({ prepared: { names } }: Titled): readonly string[] => names[0]?.parsed.languages ?? [];

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 ? other.length === 0 : one.some((language) => other.includes(language));
}

/**
 * Lowers the score of a course in another language than the topic if one in its language has the same meaning:
 * "carretillero" is for "Carretillas elevadoras", and not for "Heftruckchauffeur".
 */
export function preferLanguage<Rated extends Rating & Titled>(
  rated: readonly Rated[],
  isInLanguage: IsInLanguage,
): readonly Rated[] {
  const own = rated.filter((one) => one.score > 0 && isInLanguage(one));
  if (own.length === 0 || own.length === rated.length) return rated;
  return rated.map((one) => {
    const rival = isInLanguage(one) ? undefined : own.find((other) => means(other, one));
    return rival === undefined ? one : yielding(one, rival.prepared.course.title);
  });
}

/** Whether a course answers all of a topic that another one answers, as well as that, and is for no other role. */
function means(one: Rating, other: Rating): boolean {
  if (one.score < other.score * MIN_RIVAL_SHARE || addsRole(one)) return false;
  if (other.basis === null) return one.closeness > 0;
  const ofOne = tellingMatches(one);
  return tellingMatches(other).every(({ topic, relation, answered }) =>
    ofOne.some(
      (match) =>
        match.topic === topic &&
        match.relation === relation &&
        // The vocabulary prefers one control to another.
        (relation !== 'trained by' || match.answered >= answered),
    ),
  );
}

function addsRole({ basis }: Rating): boolean {
  return basis?.comparison.added.some(({ kind }) => kind === 'role' || kind === 'setting') ?? false;
}

function tellingMatches({ basis }: Rating): readonly Match[] {
  return basis?.comparison.matches.filter(({ topic: { kind } }) => !TELLS_NOTHING.has(kind)) ?? [];
}

function yielding<Rated extends Rating>(rated: Rated, other: string): Rated {
  return {
    ...rated,
    score: rated.score * YIELDING_FACTOR,
    isExplained: false,
    answersMost: false,
    evidence: () => [...rated.evidence(), `"${other}" is in the language of the topic`],
  };
}
