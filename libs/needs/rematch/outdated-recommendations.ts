import { type TopicMatcher } from '#catalog';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { gapKeyOf } from '../gaps/gap-key.js';
import { recommend } from '../resolution/recommend.js';
import type { CurrentRecommendation } from './current-recommendations.js';

/** The recommendations that the current library would not give. Yields to the event loop. */
export async function outdatedRecommendations(
  given: readonly CurrentRecommendation[],
  matcher: TopicMatcher,
): Promise<CurrentRecommendation[]> {
  const outdated: CurrentRecommendation[] = [];
  for (const answer of given) {
    if (isOutdated(answer, matcher)) outdated.push(answer);
    if (mustYield()) await yieldToEventLoop();
  }
  return outdated;
}

/**
 * True for another course, also one that is only suggested, or other evidence for the same one, or if the topic belongs
 * to another gap, because this release recognises it differently. Also true if matching throws: the resolution will
 * report the error.
 */
function isOutdated(given: CurrentRecommendation, matcher: TopicMatcher): boolean {
  const { topic, category, recommendation, courseId, evidence, suggestedCourseId, gapKey } = given;
  try {
    if (gapKey !== null && gapKey !== gapKeyOf(given)) return true;
    const now = recommend(topic, category, matcher);
    return (
      recommendation !== now.recommendation ||
      courseId !== now.courseId ||
      suggestedCourseId !== now.suggestedCourseId ||
      inWords(evidence ?? []) !== inWords(now.evidence)
    );
  } catch {
    return true;
  }
}

/** Without percentages, which change slightly with every course of the library. */
function inWords(evidence: readonly string[]): string {
  return JSON.stringify(evidence).replaceAll(/(?<!\d)\d+ %/g, '%');
}
