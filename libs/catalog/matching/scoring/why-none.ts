import type { Candidate } from '../topic-matcher.js';

/** Why no course is recommended, in words for an admin. */
export function whyNone(best: Candidate | undefined): string[] {
  if (best === undefined) return ['no published course is like the topic'];
  return [`closest course "${best.title}" is not close enough (${Math.round(best.score * 100)} %)`, ...best.evidence];
}
