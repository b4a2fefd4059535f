import type { Candidate, MatchableCourse, TopicMatch, TopicMatcher } from '../../matching/topic-matcher.js';
import { TopicPipeline } from '../../matching/topic-pipeline.js';
import { domainVocabulary } from '../../matching/vocabulary/domain-vocabulary.js';
import type { NearCourses } from '../../meanings/near-titles.js';
import { topicKey } from './topic-key.js';

/** An accepted synonym: a topic that means a course, by its id, or another topic. */
export interface Synonym {
  readonly topic: string;
  readonly topicKey: string;
  readonly courseId?: string | null | undefined;
  readonly means?: string | null | undefined;
}

const CANDIDATES = 5;

/**
 * A library made ready for matching in the tenant's own words. What a person said a topic means, as a whole, is the answer while that course
 * is published, whatever else is called so; inside of longer topics, and where it means a topic, the pipeline reads it as what it means.
 */
export function matcherWithSynonyms(courses: readonly MatchableCourse[], synonyms: readonly Synonym[], near?: NearCourses): TopicMatcher {
  const published = new Map(courses.map((course) => [course.id, course]));
  const courseOf = (synonym: Synonym): MatchableCourse | undefined => published.get(synonym.courseId ?? '');
  const words = synonyms.flatMap((synonym) => {
    const means = synonym.means ?? courseOf(synonym)?.title;
    return means === undefined ? [] : [{ term: synonym.topic, means }];
  });
  const pipeline = new TopicPipeline(courses, domainVocabulary(), words, near);
  const decided = new Map(synonyms.flatMap((synonym) => {
    const course = courseOf(synonym);
    return course === undefined ? [] : [[synonym.topicKey, course] as const];
  }));
  if (decided.size === 0) return pipeline;
  return {
    match: (topic, category) => {
      const match = pipeline.match(topic, category);
      const course = decided.get(topicKey(topic));
      return course === undefined ? match : decidedMatch(topic, course, match);
    },
  };
}

function decidedMatch(topic: string, { id, title }: MatchableCourse, { candidates }: TopicMatch): TopicMatch {
  const recommended: Candidate = { courseId: id, title, score: 1, evidence: [`${topic} means ${title} here`] };
  return { recommended, candidates: [recommended, ...candidates.filter(({ courseId }) => courseId !== id)].slice(0, CANDIDATES), whyNone: [] };
}
