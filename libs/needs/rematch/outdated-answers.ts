import { type TopicMatcher } from '#catalog';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import { answerTo } from '../resolution/answer.js';
import type { GivenAnswer } from './given-answers.js';

/**
 * Those of the answers that the library as it is now would not give; each topic is matched once. Yields to the event
 * loop.
 */
export async function outdatedAnswers(given: readonly GivenAnswer[], matcher: TopicMatcher): Promise<GivenAnswer[]> {
  const outdated: GivenAnswer[] = [];
  for (const answer of given) {
    if (isOutdated(answer, matcher)) outdated.push(answer);
    if (turnIsOver()) await nextTurn();
  }
  return outdated;
}

/**
 * True for another course, or other reasons for the same; and for a topic that cannot be matched, which its resolution
 * will tell of.
 */
function isOutdated(
  { topic, category, recommendation, courseId, evidence }: GivenAnswer,
  matcher: TopicMatcher,
): boolean {
  try {
    const now = answerTo(topic, category, matcher);
    return (
      recommendation !== now.recommendation ||
      courseId !== now.courseId ||
      inWords(evidence ?? []) !== inWords(now.evidence)
    );
  } catch {
    return true;
  }
}

/**
 * Figures drift with every course of the library, as words become rarer or more common in it, and say nothing new by
 * themselves.
 */
function inWords(evidence: readonly string[]): string {
  return JSON.stringify(evidence).replaceAll(/(?<!\d)\d+ %/g, '%');
}
