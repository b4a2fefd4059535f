import { ENTRY_BYTES, OBJECT_BYTES, bytesOfText } from './bytes.js';
import type { Candidate, MatchableCourse, PreparedMatcher, TopicMatch, WordSynonym } from './topic-matcher.js';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';
import type { NearTitles } from './library/near-titles.js';
import { topicKey } from './words/topic-key.js';

/** An accepted synonym: a topic that means a course, by its id, or another topic. */
export interface Synonym {
  readonly topic: string;
  readonly topicKey: string;
  readonly courseId?: string | null | undefined;
  readonly means?: string | null | undefined;
}

const CANDIDATES = 5;

type DecidedCourse = Pick<MatchableCourse, 'id' | 'title'>;

/**
 * Prepares a library for matching in the tenant's own words. What a person said a topic means, as a whole, is the
 * answer while that course is published, whatever else is called so; inside of longer topics, and where it means a
 * topic, the pipeline reads it as what it means.
 */
export async function matcherWithSynonyms(
  courses: readonly MatchableCourse[],
  synonyms: readonly Synonym[],
  near: NearTitles | null = null,
): Promise<PreparedMatcher> {
  const published = new Map(courses.map((course) => [course.id, course]));
  const words: WordSynonym[] = [];
  const decided = new Map<string, DecidedCourse>();
  for (const { topic, topicKey: key, courseId, means: otherTopic } of synonyms) {
    const course = published.get(courseId ?? '');
    const means = otherTopic ?? course?.title;
    if (means !== undefined) words.push({ term: topic, means });
    if (course !== undefined) decided.set(key, { id: course.id, title: course.title });
  }
  const pipeline = await TopicPipeline.prepare(courses, domainVocabulary(), words, near?.courses);
  return new MatcherWithSynonyms(pipeline, decided, near?.bytes ?? 0);
}

/** A class, because a closure would keep all variables of the function above in memory. */
class MatcherWithSynonyms implements PreparedMatcher {
  readonly bytes: number;
  readonly unread: number;

  /** @param decided courses by the keys of topics @param nearBytes the size of what is known of meanings */
  constructor(
    private readonly pipeline: TopicPipeline,
    private readonly decided: ReadonlyMap<string, DecidedCourse>,
    nearBytes: number,
  ) {
    const keys = [...decided.keys()].reduce((sum, key) => sum + ENTRY_BYTES + OBJECT_BYTES + bytesOfText(key), 0);
    this.bytes = pipeline.bytes + nearBytes + keys;
    this.unread = pipeline.unread;
  }

  match(topic: string, category: string | null): TopicMatch {
    const match = this.pipeline.match(topic, category);
    const course = this.decided.size === 0 ? undefined : this.decided.get(topicKey(topic));
    return course === undefined ? match : decidedMatch(topic, course, match);
  }
}

function decidedMatch(topic: string, { id, title }: DecidedCourse, { candidates }: TopicMatch): TopicMatch {
  const recommended: Candidate = { courseId: id, title, score: 1, evidence: [`${topic} means ${title} here`] };
  const others = candidates.filter(({ courseId }) => courseId !== id);
  return { recommended, candidates: [recommended, ...others].slice(0, CANDIDATES), whyNone: [] };
}
