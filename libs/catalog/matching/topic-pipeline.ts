import { nextTurn, turnIsOver } from '#platform/lifecycle';
import { findCandidates } from './library/find-candidates.js';
import { type PreparedCourse, type PreparedLibrary, prepareLibrary } from './library/prepared-library.js';
import { OwnWords } from './reading/own-words.js';
import { readName } from './reading/read-name.js';
import type { Reading } from './reading/reading.js';
import { spellingOf } from './reading/spelling.js';
import { byMeaning } from './scoring/by-meaning.js';
import type { Measures } from './scoring/compare.js';
import { Effort } from './scoring/effort.js';
import { bounded } from './scoring/evidence.js';
import { preferExact } from './scoring/prefer-exact.js';
import { type Rating, rate } from './scoring/rate.js';
import { whyNone } from './scoring/why-none.js';
import type {
  Candidate,
  MatchableCourse,
  NearCourses,
  PreparedMatcher,
  TopicMatch,
  WordSynonym,
} from './topic-matcher.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';
import { plain } from './words/split-words.js';

/** The one threshold: from here on a course is recommended. A wrong recommendation is worse than none. */
const THRESHOLD = 0.54;
const CANDIDATES = 5;
/** Not a recommendation, but worth showing to an admin who looks for a course. */
const WORTH_SHOWING = 0.15;
/** A topic in the tenant's own words, or shortened, counts for hardly less than one in the library's. */
const IN_OTHER_WORDS = 0.99;

interface Rated extends Rating {
  readonly prepared: PreparedCourse;
}

const NONE_NEAR: NearCourses = () => new Map();

/**
 * Matches topics against a library: exact name or code, then the tenant's own words, then the vocabulary and the
 * weighted words that topic and course share, with head word, role, setting and level agreeing. See docs/matching.md.
 */
export class TopicPipeline implements PreparedMatcher {
  private readonly measures: Measures;

  private constructor(
    private readonly library: PreparedLibrary,
    private readonly ownWords: OwnWords,
    private readonly vocabulary: Vocabulary,
    private readonly near: NearCourses,
    readonly bytes: number,
  ) {
    this.measures = { vocabulary, home: library.home, rarity: (key) => library.rarity(key) };
  }

  /**
   * Prepares a library and the tenant's own words for matching, and yields to the event loop (`turns.ts`).
   * @param near given if anything is known of meanings
   */
  static async prepare(
    courses: Iterable<MatchableCourse>,
    vocabulary: Vocabulary,
    synonyms: Iterable<WordSynonym> = [],
    near: NearCourses = NONE_NEAR,
  ): Promise<TopicPipeline> {
    const library = await prepareLibrary(courses, vocabulary);
    const ownWords = new OwnWords();
    let bytes = library.bytes;
    for (const synonym of synonyms) {
      bytes += ownWords.add(synonym);
      if (turnIsOver()) await nextTurn();
    }
    return new TopicPipeline(library, ownWords, vocabulary, near, bytes);
  }

  get unread(): number {
    return this.library.unread;
  }

  match(topic: string, category: string | null): TopicMatch {
    const effort = new Effort();
    const rated = this.withMeanings(topic, this.rateAll(topic, effort), effort).filter(
      ({ score }) => score >= WORTH_SHOWING,
    );
    const best = rated.toSorted(byScoreAnd(preferred(rated, category))).slice(0, CANDIDATES);
    const candidates = best.map(({ prepared: { course }, score, evidence }): Candidate => ({
      courseId: course.id,
      title: course.title,
      score,
      evidence: bounded(evidence()),
    }));
    const [first] = candidates;
    return first !== undefined && first.score >= THRESHOLD
      ? { recommended: first, candidates, whyNone: [] }
      : { recommended: null, candidates, whyNone: whyNone(first) };
  }

  /** Meanings count only where words find nothing. */
  private withMeanings(topic: string, rated: readonly Rated[], effort: Effort): readonly Rated[] {
    const near = bestOf(rated) >= THRESHOLD ? null : this.near(topic);
    if (near === null || near.size === 0) return rated;
    const reading = this.read(topic);
    const found = new Set(rated.map(({ prepared: { course } }) => course.id));
    const others = this.library.courses.filter(({ course: { id } }) => near.has(id) && !found.has(id));
    const further = others.map((prepared) => ({ prepared, ...rate(reading, prepared, this.measures, effort) }));
    return [...rated, ...further].map((one): Rated => {
      const likeness = near.get(one.prepared.course.id);
      if (likeness === undefined) return one;
      const { score, evidence } = byMeaning(reading, one.prepared, likeness, this.measures, THRESHOLD);
      return { ...one, score: Math.max(one.score, score), evidence: () => [evidence, ...one.evidence()] };
    });
  }

  private read(topic: string): Reading {
    return readName(topic, this.vocabulary, spellingOf(this.library.known));
  }

  private rateAll(topic: string, effort: Effort): readonly Rated[] {
    const reading = this.read(topic);
    // What the library calls by exactly this name needs no rewording, whatever the tenant's own words are.
    const own = this.library.called(reading.whole).length > 0 ? null : this.ownWords.reword(topic);
    if (own !== null) {
      const said = own.used.map(({ term, means }) => `${term} means ${means} here`);
      return this.rateReworded(own.topic, said, effort);
    }
    const rated = this.rateReading(reading, effort);
    if (bestOf(rated) >= THRESHOLD) return rated;
    const written = this.library.initials.rewrite(topic);
    if (written === null) return rated;
    const said = [`${written.short.toUpperCase()} is short for ${written.long}`];
    const rewritten = this.rateReworded(written.topic, said, effort);
    return bestOf(rewritten) > bestOf(rated) ? rewritten : rated;
  }

  private rateReworded(topic: string, said: readonly string[], effort: Effort): readonly Rated[] {
    return this.rateReading(this.read(topic), effort).map((rated) => {
      return { ...rated, score: rated.score * IN_OTHER_WORDS, evidence: () => [...said, ...rated.evidence()] };
    });
  }

  private rateReading(reading: Reading, effort: Effort): readonly Rated[] {
    return preferExact(this.rateEach(reading, effort));
  }

  private rateEach(reading: Reading, effort: Effort): Rated[] {
    return findCandidates(reading, this.library, this.vocabulary)
      .map((place) => this.library.courses[place])
      .filter((prepared) => prepared !== undefined)
      .map((prepared) => ({ prepared, ...rate(reading, prepared, this.measures, effort) }));
  }
}

function bestOf(rated: readonly Rated[]): number {
  return rated.reduce((best, { score }) => Math.max(best, score), 0);
}

/** The courses of the asked category. */
function preferred(rated: readonly Rated[], category: string | null): ReadonlySet<Rated> {
  if (category === null) return new Set();
  const wanted = plain(category).trim();
  return new Set(rated.filter(({ prepared: { course } }) => plain(course.category ?? '').trim() === wanted));
}

/**
 * Of courses that answer a topic equally well the preferred ones come first; the order of the library never decides.
 */
function byScoreAnd(first: ReadonlySet<Rated>): (a: Rated, b: Rated) => number {
  const place = (rated: Rated): number => (first.has(rated) ? 0 : 1);
  return (a, b) =>
    b.score - a.score ||
    place(a) - place(b) ||
    a.prepared.course.title.localeCompare(b.prepared.course.title) ||
    (a.prepared.course.id < b.prepared.course.id ? -1 : 1);
}
