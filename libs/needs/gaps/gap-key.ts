import { createHash } from 'node:crypto';
import { topicIdentity } from '#catalog';

/** What decides to which gap a need belongs. */
export interface GapFacts {
  readonly topic: string | null;
  /** UUID of the need's worker; null: a cohort, or a worker who is not in the directory. */
  readonly workerId: string | null;
  /** The normalised site of a cohort; null: it is about a worker. */
  readonly cohortSite: string | null;
}

/**
 * The key that the needs of a gap have in common: the audience, and what the topic is about. Null: the need is a gap by
 * itself, because its topic or its worker is not known.
 */
export function gapKeyOf({ topic, workerId, cohortSite }: GapFacts): string | null {
  if (topic === null) return null;
  const audience = workerId === null ? (cohortSite === null ? null : ['site', cohortSite]) : ['worker', workerId];
  if (audience === null) return null;
  return createHash('sha256')
    .update(JSON.stringify([...audience, topicIdentity(topic)]))
    .digest('base64url');
}
