import { ids } from '#platform/database';
import { shownScore } from '../matching/shown-score.js';
import type { TopicMatch } from '../matching/topic-matcher.js';

/** A published course that may answer a topic. */
export class CandidateView {
  /** The course: `crs_…`. */
  courseId: string;
  /** Title of the course. */
  title: string;
  /** 0 (nothing in common) to 1 (equal). */
  score: number;
  /** The reasons, for a person. */
  evidence: string[];
}

/** The matching courses for a topic. */
export class TopicMatchView {
  /** The course that a need with this topic is recommended; null: author one. */
  recommended: string | null;
  /** At most five, best first. */
  candidates: CandidateView[];
}

export function topicMatchView({ recommended, candidates }: TopicMatch): TopicMatchView {
  return {
    recommended: recommended === null ? null : ids.show('crs', recommended.courseId),
    candidates: candidates.map(({ courseId, title, score, evidence }) => ({
      courseId: ids.show('crs', courseId),
      title,
      score: shownScore(score),
      evidence: [...evidence],
    })),
  };
}
