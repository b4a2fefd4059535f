import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { ENTRY_BYTES, OBJECT_BYTES, bytesOfText } from './bytes.js';
import type { Candidate, MatchableCourse, PreparedMatcher, TopicMatch, WordSynonym } from './topic-matcher.js';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';
import type { NearTitles } from './library/near-titles.js';
import { topicKey } from './words/topic-key.js';

/** An accepted synonym: a topic that means a course, by its id, or another topic. */
export interface Synonym {
  readonly topic: string;
  readonly courseId?: string | null | undefined;
  readonly means?: string | null | undefined;
}

const MAX_CANDIDATES = 5;

type SynonymCourse = Pick<MatchableCourse, 'id' | 'title'>;

/**
 * Prepares a library for matching with the tenant's synonyms. If a synonym maps a whole topic to a course, that course
 * is the answer while it is published, whatever other courses are called. Within longer topics, and if a synonym means
 * a topic, the pipeline replaces it.
 */
export async function matcherWithSynonyms(
  courses: readonly MatchableCourse[],
  synonyms: readonly Synonym[],
  near: NearTitles | null = null,
): Promise<PreparedMatcher> {
  const published = new Map(courses.map((course) => [course.id, course]));
  const words: WordSynonym[] = [];
  const courseByTopicKey = new Map<string, SynonymCourse>();
  for (const { topic, courseId, means: otherTopic } of synonyms) {
    const course = published.get(courseId ?? '');
    const means = otherTopic ?? course?.title;
    if (means !== undefined) words.push({ term: topic, means });
    // The stored key may be of an earlier version, which read "C#" and "C" as one topic.
    if (course !== undefined) courseByTopicKey.set(topicKey(topic), { id: course.id, title: course.title });
    if (mustYield()) await yieldToEventLoop();
  }
  const pipeline = await TopicPipeline.prepare(courses, domainVocabulary(), words, near?.courses);
  return new MatcherWithSynonyms(pipeline, courseByTopicKey, near?.bytes ?? 0);
}

/** A class, because a closure would keep all variables of the function above in memory. */
class MatcherWithSynonyms implements PreparedMatcher {
  readonly bytes: number;
  readonly skippedNames: number;

  /** @param courseByTopicKey the courses of synonyms @param nearBytes the size of the near courses */
  constructor(
    private readonly pipeline: TopicPipeline,
    private readonly courseByTopicKey: ReadonlyMap<string, SynonymCourse>,
    nearBytes: number,
  ) {
    const keys = [...courseByTopicKey.keys()].reduce(
      (sum, key) => sum + ENTRY_BYTES + OBJECT_BYTES + bytesOfText(key),
      0,
    );
    this.bytes = pipeline.bytes + nearBytes + keys;
    this.skippedNames = pipeline.skippedNames;
  }

  match(topic: string, category: string | null): TopicMatch {
    const match = this.pipeline.match(topic, category);
    const course = this.courseByTopicKey.size === 0 ? undefined : this.courseByTopicKey.get(topicKey(topic));
    return course === undefined ? match : synonymMatch(topic, course, match);
  }
}

function synonymMatch(topic: string, { id, title }: SynonymCourse, { candidates }: TopicMatch): TopicMatch {
  const recommended: Candidate = { courseId: id, title, score: 1, evidence: [`"${topic}" means "${title}" here`] };
  const others = candidates.filter(({ courseId }) => courseId !== id);
  return { recommended, suggested: null, candidates: [recommended, ...others].slice(0, MAX_CANDIDATES), whyNone: [] };
}
