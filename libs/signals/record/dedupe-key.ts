import { createHash } from 'node:crypto';
import { fold } from '#platform/text';
import type { DataPoint } from '../data-point.js';

export const MAX_DEDUPE_KEY = 255;

/**
 * Returns the key of the open data point: the sender's key, unchanged, if there is one. The default key is
 * `type:worker|site:topic`, for example `incident:site=site a:manual handling`. Each part is folded, so that its case,
 * blanks and accents do not matter. Then its `%` and `:` are percent-encoded, and the second part starts with the kind
 * of its value, so that different triples never have the same key. A default that is too long is replaced by its
 * SHA-256.
 */
export function dedupeKey(point: DataPoint): string {
  if (point.dedupeKey !== null) return point.dedupeKey;
  const key = `${part(point.type)}:${audiencePart(point)}:${topicPart(point.topic)}`;
  return key.length <= MAX_DEDUPE_KEY ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}

/** The first key that names a worker, otherwise the site. */
function audiencePart({ worker, site }: DataPoint): string {
  if (worker.externalWorkerId !== null) return `worker=${part(worker.externalWorkerId)}`;
  if (worker.email !== null) return `email=${part(worker.email)}`;
  if (worker.learnerId !== null) return `learner=${part(worker.learnerId)}`;
  return `site=${part(site ?? '')}`;
}

/** Empty if there is no topic. This is unambiguous, since a topic is never blank. */
function topicPart(topic: string | null): string {
  return topic === null ? '' : part(topic);
}

function part(text: string): string {
  const folded = fold(text);
  return /[%:]/.test(folded) ? folded.replaceAll('%', '%25').replaceAll(':', '%3A') : folded;
}
