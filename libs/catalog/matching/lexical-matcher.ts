import type { Candidate, MatchableCourse, TopicMatch, TopicMatcher } from './topic-matcher.js';
import { normaliseTopic, similarity, trigrams } from './trigram.js';

/** Below it a likeness of letters is more often chance than meaning: a wrong recommendation is worse than none. */
const THRESHOLD = 0.6;
const CANDIDATES = 5;
/** Not a recommendation, but worth showing to an admin who looks for a course. */
const WORTH_SHOWING = 0.2;

interface Name {
  readonly text: string;
  readonly kind: 'title' | 'topic';
  readonly normalised: string;
  readonly trigrams: ReadonlySet<string>;
}

interface PreparedCourse {
  readonly course: MatchableCourse;
  readonly names: readonly Name[];
}

/** Equality of the normalised title or a topic first, then trigram likeness above a threshold. */
export class LexicalMatcher implements TopicMatcher {
  private readonly courses: readonly PreparedCourse[];

  constructor(library: readonly MatchableCourse[]) {
    this.courses = library.map((course) => ({
      course,
      names: [name(course.title, 'title'), ...course.topics.map((topic) => name(topic, 'topic'))],
    }));
  }

  match(topic: string, category: string | null): TopicMatch {
    const normalised = normaliseTopic(topic);
    const wanted = trigrams(normalised);
    const candidates = this.courses
      .map((course) => rate(course, normalised, wanted))
      .filter(({ score }) => score >= WORTH_SHOWING)
      .toSorted((a, b) => b.score - a.score || prefers(b, category) - prefers(a, category) || a.candidate.title.localeCompare(b.candidate.title))
      .slice(0, CANDIDATES)
      .map(({ candidate }) => candidate);
    const best = candidates[0];
    return { recommended: best !== undefined && best.score >= THRESHOLD ? best : null, candidates };
  }
}

interface Rated {
  readonly score: number;
  readonly category: string | null;
  readonly candidate: Candidate;
}

function rate({ course, names }: PreparedCourse, normalised: string, wanted: ReadonlySet<string>): Rated {
  let score = 0;
  let evidence = '';
  for (const known of names) {
    const equal = known.normalised === normalised && normalised !== '';
    const likeness = equal ? 1 : Math.min(similarity(known.trigrams, wanted), 0.99);
    if (likeness > score) {
      score = likeness;
      evidence = equal ? `${known.kind} equals "${known.text}"` : `${known.kind} "${known.text}" is spelt ${Math.round(likeness * 100)} % alike`;
    }
  }
  return { score, category: course.category ?? null, candidate: { courseId: course.id, title: course.title, score, evidence: evidence === '' ? [] : [evidence] } };
}

function prefers({ category }: Rated, wanted: string | null): number {
  return wanted !== null && category !== null && normaliseTopic(category) === normaliseTopic(wanted) ? 1 : 0;
}

function name(text: string, kind: Name['kind']): Name {
  const normalised = normaliseTopic(text);
  return { text, kind, normalised, trigrams: trigrams(normalised) };
}
