import { topicIdentity } from './reading/topic-identity.js';
import { ALIKE } from './scoring/rate.js';
import type { TopicMatcher } from './topic-matcher.js';

/**
 * The courses that a name means: by title, by code, by what the tenant says that it means or, where no title is about
 * it, by topic; the very words before others for the same, which count where one course alone is about it. A course
 * that is only like it is not among them.
 * @returns UUIDs
 */
export function coursesNamed(name: string, matcher: TopicMatcher): string[] {
  const { candidates } = matcher.match(name, null);
  const titled = candidates.filter(({ title }) => topicIdentity(title) === topicIdentity(name));
  const exact = candidates.filter(({ score }) => score > ALIKE);
  const both = titled.filter((candidate) => exact.includes(candidate));
  const [found = []] = [both, titled.length === 1 ? titled : [], exact].filter(({ length }) => length > 0);
  return found.map(({ courseId }) => courseId);
}
