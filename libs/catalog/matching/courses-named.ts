import { topicIdentity } from './reading/topic-identity.js';
import { ALIKE } from './scoring/rate.js';
import type { TopicMatcher } from './topic-matcher.js';

/**
 * The courses that exactly this name means: by title, by code, by what the tenant says that it means or, where no title is about it, by topic. A course
 * that is only like it is not among them.
 * @returns UUIDs
 */
export function coursesNamed(name: string, matcher: TopicMatcher): string[] {
  const exact = matcher.match(name, null).candidates.filter(({ score }) => score > ALIKE);
  const titled = exact.filter(({ title }) => topicIdentity(title) === topicIdentity(name));
  return (titled.length > 0 ? titled : exact).map(({ courseId }) => courseId);
}
