import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { findCandidates } from './library/find-candidates.js';
import { type PreparedLibrary, prepareLibrary } from './library/prepared-library.js';
import { TenantSynonyms } from './parsing/tenant-synonyms.js';
import { asEvent } from './parsing/find-events.js';
import { parsedName, parsedTopic } from './parsing/parse-name.js';
import type { ParsedName } from './parsing/parsed-name.js';
import { type NameReading, readName } from './parsing/read-name.js';
import { spellingCorrection } from './parsing/spelling-correction.js';
import { scoreByMeaning } from './scoring/score-by-meaning.js';
import type { LibraryContext } from './scoring/library-context.js';
import { ComparisonBudget } from './scoring/comparison-budget.js';
import { limitEvidence, whyNone, whyUndecided } from './scoring/evidence.js';
import { preferClosest } from './scoring/prefer-closest.js';
import { inKnownLanguageOf, preferLanguage } from './scoring/prefer-language.js';
import { preventsEvent } from './scoring/prevents-event.js';
import { preferOwnWords } from './scoring/prefer-own-words.js';
import { CourseRanking, type RatedCourse } from './scoring/rank-courses.js';
import { rateCourse } from './scoring/rate-course.js';
import type {
  Candidate,
  MatchableCourse,
  NearCourses,
  PreparedMatcher,
  TopicMatch,
  WordSynonym,
} from './topic-matcher.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';
import { codeKey } from './words/codes.js';
import { joinWords } from './words/join-words.js';
import { readPart } from './words/limits.js';

/** When a course is certain enough to be recommended. A wrong recommendation is worse than none. */
export interface Acceptance {
  /** The score from which a course is recommended. */
  readonly score: number;
  /** The same for a course that the topic explains, if it leads the next one. */
  readonly explained: number;
  /** The minimum lead of such a course over the next one. */
  readonly lead: number;
  /** The minimum lead of a course that answers most of the topic, from a score of `MIN_SUGGESTED`. */
  readonly leadOfMost: number;
}

const ACCEPTANCE: Acceptance = { score: 0.54, explained: 0.3, lead: 0.06, leadOfMost: 0.1 };
const MAX_CANDIDATES = 5;
/** The score from which the closest course is suggested. */
const MIN_SUGGESTED = 0.25;
/** The score from which a course is shown to an admin who looks for one. */
const MIN_SHOWN = 0.15;
/** The factor for a topic with replaced synonyms or abbreviations. */
const REWORDED_FACTOR = 0.99;

const NO_NEAR_COURSES: NearCourses = () => new Map();

/**
 * Matches topics against a library: by exact name or code, then with the tenant's synonyms, then by concepts and
 * weighted words, if head word, role, setting and level agree. See docs/matching.md.
 */
export class TopicPipeline implements PreparedMatcher {
  private readonly context: LibraryContext;

  private constructor(
    private readonly library: PreparedLibrary,
    private readonly synonyms: TenantSynonyms,
    private readonly vocabulary: Vocabulary,
    private readonly near: NearCourses,
    readonly bytes: number,
    private readonly acceptance: Acceptance = ACCEPTANCE,
  ) {
    this.context = {
      vocabulary,
      defaultSetting: library.defaultSetting,
      rarity: (key) => library.rarity(key),
      isMentioned: (key) => library.mentioning(key).length > 0,
    };
  }

  /**
   * Prepares a library and the tenant's synonyms for matching, and yields to the event loop (`event-loop.ts`).
   * @param near the courses near a topic in meaning, if an embedding service is configured
   */
  static async prepare(
    courses: Iterable<MatchableCourse>,
    vocabulary: Vocabulary,
    synonyms: Iterable<WordSynonym> = [],
    near: NearCourses = NO_NEAR_COURSES,
  ): Promise<TopicPipeline> {
    const library = await prepareLibrary(courses, vocabulary);
    const ownWords = new TenantSynonyms();
    let bytes = library.bytes;
    for (const synonym of synonyms) {
      bytes += ownWords.add(synonym);
      if (mustYield()) await yieldToEventLoop();
    }
    return new TopicPipeline(library, ownWords, vocabulary, near, bytes);
  }

  /** The same library, with other limits: to find out how much a result owes to them (`bench/matching/eval`). */
  accepting(acceptance: Acceptance): TopicPipeline {
    return new TopicPipeline(this.library, this.synonyms, this.vocabulary, this.near, this.bytes, acceptance);
  }

  get skippedNames(): number {
    return this.library.skippedNames;
  }

  match(topic: string, category: string | null): TopicMatch {
    const budget = new ComparisonBudget();
    const reading = this.read(topic);
    const parsed = this.parse(reading);
    const rated = this.addMeanings(topic, parsed, this.rateAll(topic, parsed, budget), budget);
    const match = this.decide(new CourseRanking(parsed, category), rated);
    if (match.recommended !== null) return match;
    const told = this.decide(new CourseRanking(parsed, category), this.rateEvent(reading, budget));
    return told.recommended === null && scoreOf(told) <= scoreOf(match) ? match : told;
  }

  private decide(ranking: CourseRanking, all: readonly RatedCourse[]): TopicMatch {
    const rated = all.filter(({ score }) => score >= MIN_SHOWN);
    const best = rated.toSorted(ranking.compare).slice(0, MAX_CANDIDATES);
    const candidates = best.map(({ prepared: { course }, score, evidence }): Candidate => ({
      courseId: course.id,
      title: course.title,
      score,
      evidence: limitEvidence(evidence()),
    }));
    const [first, second] = candidates;
    if (first === undefined || !isAccepted(best[0], ranking.rivalOf(best), this.acceptance))
      return { recommended: null, suggested: suggestedOf(first), candidates, whyNone: whyNone(first) };
    if (second !== undefined && ranking.isTossUp(best))
      return { recommended: null, suggested: first, candidates, whyNone: whyUndecided(first, second) };
    return { recommended: first, suggested: null, candidates, whyNone: [] };
  }

  /** Rates the courses against what happened, if the topic tells it in words of an event. */
  private rateEvent(reading: NameReading, budget: ComparisonBudget): readonly RatedCourse[] {
    const event = asEvent(reading.tokens, reading.found, this.vocabulary);
    if (event.units.length === 0) return [];
    const parsed = this.withSpacedCodes(parsedName(reading, event, this.vocabulary));
    return this.rateParsed(parsed, budget).filter(preventsEvent);
  }

  /** Meanings count only if words find no course. */
  private addMeanings(
    topic: string,
    parsed: ParsedName,
    rated: readonly RatedCourse[],
    budget: ComparisonBudget,
  ): readonly RatedCourse[] {
    const near = bestOf(rated) >= this.acceptance.score ? null : this.near(topic);
    if (near === null || near.size === 0) return rated;
    const found = new Set(rated.map(({ prepared: { course } }) => course.id));
    const others = this.library.courses.filter(({ course: { id } }) => near.has(id) && !found.has(id));
    const further = others.map((prepared) => ({ prepared, ...rateCourse(parsed, prepared, this.context, budget) }));
    return [...rated, ...further].map((one): RatedCourse => {
      const similarity = near.get(one.prepared.course.id);
      if (similarity === undefined) return one;
      const nearness = { similarity, threshold: this.acceptance.score };
      const { score, evidence } = scoreByMeaning(parsed, one.prepared, nearness, this.context);
      return { ...one, score: Math.max(one.score, score), evidence: () => [evidence, ...one.evidence()] };
    });
  }

  private read(topic: string): NameReading {
    const written = joinWords(readPart(topic), (word) => this.library.words.has(word));
    return readName(written, this.vocabulary, spellingCorrection(this.library.known));
  }

  private parse(reading: NameReading): ParsedName {
    return this.withSpacedCodes(parsedTopic(reading, this.vocabulary));
  }

  private withSpacedCodes(parsed: ParsedName): ParsedName {
    // "Not required: HLTAID 011" asks for no course.
    if (parsed.units.length === 0 && parsed.negated.length > 0) return parsed;
    const spaced = codesIn(parsed.normalized.split(' '), (code) => this.library.withCode(code).length > 0);
    return spaced.length === 0 ? parsed : { ...parsed, codes: [...new Set([...parsed.codes, ...spaced])] };
  }

  private rateAll(topic: string, parsed: ParsedName, budget: ComparisonBudget): readonly RatedCourse[] {
    // A topic that is the exact name of a course keeps its words, whatever the tenant's synonyms are.
    const replaced =
      this.library.withName(parsed.normalized).length > 0
        ? null
        : this.synonyms.replaceIn(topic, (stems) => this.isOther(stems, parsed));
    if (replaced !== null) {
      const reasons = replaced.used.map(({ term, means }) => `"${term}" means "${means}" here`);
      return this.rateReworded(replaced.topic, reasons, budget);
    }
    const rated = this.rateParsed(parsed, budget);
    if (bestOf(rated) >= this.acceptance.score) return rated;
    const rewriting = this.library.initials.rewrite(topic);
    if (rewriting === null) return rated;
    const reasons = [`${rewriting.short.toUpperCase()} is short for ${rewriting.long}`];
    // What the library's initials stand for is a guess, which does not decide with most of a topic alone.
    const rewritten = this.rateReworded(rewriting.topic, reasons, budget).map((one) => ({
      ...one,
      answersMost: false,
    }));
    return bestOf(rewritten) > bestOf(rated) ? rewritten : rated;
  }

  /** Whether the vocabulary reads the words of a concept as a part of another one: "mental health first aid". */
  private isOther(stems: readonly string[], { units }: ParsedName): boolean {
    const named = this.vocabulary.named(stems);
    return (
      named.length > 0 &&
      units.some(
        ({ concepts, stems: of }) =>
          of.length > stems.length &&
          stems.every((stemmed) => of.includes(stemmed)) &&
          concepts.length > 0 &&
          !concepts.some((id) => named.includes(id)),
      )
    );
  }

  private rateReworded(topic: string, reasons: readonly string[], budget: ComparisonBudget): readonly RatedCourse[] {
    return this.rateParsed(this.parse(this.read(topic)), budget).map((rated) => {
      return { ...rated, score: rated.score * REWORDED_FACTOR, evidence: () => [...reasons, ...rated.evidence()] };
    });
  }

  private rateParsed(parsed: ParsedName, budget: ComparisonBudget): readonly RatedCourse[] {
    const isInLanguage = inKnownLanguageOf(parsed);
    const closest = preferClosest(this.rateEach(parsed, budget));
    return preferLanguage(preferOwnWords(closest, this.context, isInLanguage), isInLanguage);
  }

  private rateEach(parsed: ParsedName, budget: ComparisonBudget): RatedCourse[] {
    return findCandidates(parsed, this.library, this.vocabulary)
      .map((place) => this.library.courses[place])
      .filter((prepared) => prepared !== undefined)
      .map((prepared) => ({ prepared, ...rateCourse(parsed, prepared, this.context, budget) }));
  }
}

function suggestedOf(first: Candidate | undefined): Candidate | null {
  return first !== undefined && first.score >= MIN_SUGGESTED ? first : null;
}

/** Limit of words that a code is written in: "CPC CLDG 3001A". */
const MAX_WORDS_OF_CODE = 3;

/** The codes of the library that words have with blanks or separators. */
function codesIn(words: readonly string[], isCode: (code: string) => boolean): string[] {
  return words.flatMap((_, at) =>
    Array.from({ length: MAX_WORDS_OF_CODE }, (_unused, more) =>
      codeKey(words.slice(at, at + more + 1).join('')),
    ).filter((code) => /^[A-Z]+\d/.test(code) && isCode(code)),
  );
}

/**
 * Whether the best course is certain enough: by its score, or because no other course is near and it explains all of
 * the topic, or most of it.
 */
function isAccepted(
  first: RatedCourse | undefined,
  second: RatedCourse | undefined,
  { score, explained, lead, leadOfMost }: Acceptance,
): boolean {
  if (first === undefined) return false;
  if (first.score >= score) return true;
  const ahead = first.score - (second?.score ?? 0);
  return (
    (first.isExplained && first.score >= explained && ahead >= lead) ||
    (first.answersMost && first.score >= MIN_SUGGESTED && ahead >= leadOfMost)
  );
}

function scoreOf({ candidates }: TopicMatch): number {
  return candidates[0]?.score ?? 0;
}

function bestOf(rated: readonly RatedCourse[]): number {
  return rated.reduce((best, { score }) => Math.max(best, score), 0);
}
