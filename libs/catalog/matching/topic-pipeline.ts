import { findCandidates } from './library/find-candidates.js';
import { Initials } from './library/initials.js';
import { type PreparedCourse, PreparedLibrary } from './library/prepared-library.js';
import { OwnWords } from './reading/own-words.js';
import { readName } from './reading/read-name.js';
import type { Reading } from './reading/reading.js';
import { spellingOf } from './reading/spelling.js';
import type { Spelling } from './reading/tokens.js';
import { byMeaning } from './scoring/by-meaning.js';
import type { Measures } from './scoring/compare.js';
import { bounded } from './scoring/evidence.js';
import { preferExact } from './scoring/prefer-exact.js';
import { type Rating, rate } from './scoring/rate.js';
import { whyNone } from './scoring/why-none.js';
import type { Candidate, MatchableCourse, TopicMatch, TopicMatcher, TopicSynonym } from './topic-matcher.js';
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

/**
 * Matches topics against a library: exact name or code, then the tenant's own words, then the vocabulary and the weighted words
 * that topic and course share, with head word, role, setting and level agreeing. See docs/matching.md.
 */
export class TopicPipeline implements TopicMatcher {
  private readonly library: PreparedLibrary;
  private readonly ownWords: OwnWords;
  private readonly initials: Initials;
  private readonly measures: Measures;
  private readonly spelling: Spelling;

  /** @param near the courses that are near a topic in meaning, and how near; none where nothing is known of meanings */
  constructor(courses: readonly MatchableCourse[], private readonly vocabulary: Vocabulary, synonyms: readonly TopicSynonym[] = [], private readonly near: (topic: string) => ReadonlyMap<string, number> = () => new Map()) {
    this.library = new PreparedLibrary(courses, vocabulary);
    this.ownWords = new OwnWords(synonyms);
    this.initials = new Initials(courses.flatMap(({ title, topics: own }) => [title, ...own]), this.library.words, (word) => vocabulary.words.has(word));
    this.measures = { vocabulary, home: this.library.home, rarity: (key) => this.library.rarity(key) };
    this.spelling = spellingOf(vocabulary, this.library.words);
  }

  match(topic: string, category: string | null): TopicMatch {
    const rated = this.withMeanings(topic, this.rateAll(topic)).filter(({ score }) => score >= WORTH_SHOWING).toSorted(byScoreAnd(category)).slice(0, CANDIDATES);
    const candidates = rated.map(({ prepared: { course }, score, evidence }): Candidate => ({ courseId: course.id, title: course.title, score, evidence: bounded(evidence()) }));
    const [best] = candidates;
    return best !== undefined && best.score >= THRESHOLD ? { recommended: best, candidates, whyNone: [] } : { recommended: null, candidates, whyNone: whyNone(best) };
  }

  /** Meanings count only where words find nothing. */
  private withMeanings(topic: string, rated: readonly Rated[]): readonly Rated[] {
    const near = bestOf(rated) >= THRESHOLD ? null : this.near(topic);
    if (near === null || near.size === 0) return rated;
    const reading = readName(topic, this.vocabulary, this.spelling);
    const found = new Set(rated.map(({ prepared: { course } }) => course.id));
    const others = this.library.courses.filter(({ course: { id } }) => near.has(id) && !found.has(id)).map((prepared) => ({ prepared, ...rate(reading, prepared, this.measures) }));
    return [...rated, ...others].map((one): Rated => {
      const likeness = near.get(one.prepared.course.id);
      if (likeness === undefined) return one;
      const { score, evidence } = byMeaning(reading, one.prepared, likeness, this.measures, THRESHOLD);
      return { ...one, score: Math.max(one.score, score), evidence: () => [evidence, ...one.evidence()] };
    });
  }

  private rateAll(topic: string): readonly Rated[] {
    const reading = readName(topic, this.vocabulary, this.spelling);
    // What the library calls by exactly this name needs no rewording, whatever the tenant's own words are.
    const own = this.library.called(reading.whole).length > 0 ? null : this.ownWords.reword(topic);
    if (own !== null) return this.rateReworded(own.topic, own.used.map(({ term, means }) => `${term} means ${means} here`));
    const rated = this.rateReading(reading);
    if (bestOf(rated) >= THRESHOLD) return rated;
    const written = this.initials.rewrite(topic);
    const rewritten = written === null ? [] : this.rateReworded(written.topic, [`${written.short.toUpperCase()} is short for ${written.long}`]);
    return bestOf(rewritten) > bestOf(rated) ? rewritten : rated;
  }

  private rateReworded(topic: string, said: readonly string[]): readonly Rated[] {
    return this.rateReading(readName(topic, this.vocabulary, this.spelling)).map((rated) => ({ ...rated, score: rated.score * IN_OTHER_WORDS, evidence: () => [...said, ...rated.evidence()] }));
  }

  private rateReading(reading: Reading): readonly Rated[] {
    return preferExact(this.rateEach(reading));
  }

  private rateEach(reading: Reading): Rated[] {
    return findCandidates(reading, this.library, this.vocabulary)
      .map((place) => this.library.courses[place])
      .filter((prepared) => prepared !== undefined)
      .map((prepared) => ({ prepared, ...rate(reading, prepared, this.measures) }));
  }
}

function bestOf(rated: readonly Rated[]): number {
  return rated.reduce((best, { score }) => Math.max(best, score), 0);
}

/** Of courses that answer a topic equally well the one of the asked category comes first; the order of the library never decides. */
function byScoreAnd(category: string | null): (a: Rated, b: Rated) => number {
  const wanted = category === null ? null : plain(category).trim();
  const prefers = ({ prepared: { course } }: Rated): number => (wanted !== null && plain(course.category ?? '').trim() === wanted ? 1 : 0);
  return (a, b) => b.score - a.score || prefers(b) - prefers(a) || a.prepared.course.title.localeCompare(b.prepared.course.title) || (a.prepared.course.id < b.prepared.course.id ? -1 : 1);
}
