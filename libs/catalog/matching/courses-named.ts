import { topicIdentity } from './parsing/topic-identity.js';
import { MAX_SIMILAR_SCORE } from './scoring/rate-course.js';
import type { TopicMatcher } from './topic-matcher.js';

/**
 * Returns the courses that a name means: by title, by code, by a tenant synonym or, if no title has the name, by topic.
 * Exact words come before aliases, and an alias counts only if one course alone has it. Courses that are only similar
 * are excluded.
 * @returns UUIDs
 */
export function coursesNamed(name: string, matcher: TopicMatcher): string[] {
  const { candidates } = matcher.match(name, null);
  const titled = candidates.filter(({ title }) => topicIdentity(title) === topicIdentity(name));
  const exact = candidates.filter(({ score }) => score > MAX_SIMILAR_SCORE);
  const both = titled.filter((candidate) => exact.includes(candidate));
  const [found = []] = [both, titled.length === 1 ? titled : [], exact].filter(({ length }) => length > 0);
  return found.map(({ courseId }) => courseId);
}
