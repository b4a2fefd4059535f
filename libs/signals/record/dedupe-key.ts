import { createHash } from 'node:crypto';
import type { DataPoint } from '../data-point.js';

export const MAX_DEDUPE_KEY = 255;

/**
 * Names the open data point. The sender's own key wins. The default reads `type:worker|site:topic` with `%` and `:`
 * percent-encoded in each part and the kind of the worker key or site in front of its value, so that no two different
 * triples have the same default: `incident:site=Site A:Manual Handling`. One that would be too long is named by its
 * SHA-256.
 */
export function dedupeKey(point: DataPoint): string {
  if (point.dedupeKey !== null) return point.dedupeKey;
  const key = `${part(point.type)}:${audiencePart(point)}:${topicPart(point.topic)}`;
  return key.length <= MAX_DEDUPE_KEY ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}

/** The first key that names a worker; the site only where none does. */
function audiencePart({ worker, site }: DataPoint): string {
  if (worker.externalWorkerId !== null) return `worker=${part(worker.externalWorkerId)}`;
  if (worker.email !== null) return `email=${part(worker.email)}`;
  if (worker.learnerId !== null) return `learner=${part(worker.learnerId)}`;
  return `site=${part(site ?? '')}`;
}

/** No topic ends the key at its colon; a topic is never blank. */
function topicPart(topic: string | null): string {
  return topic === null ? '' : part(topic);
}

function part(text: string): string {
  return /[%:]/.test(text) ? text.replaceAll('%', '%25').replaceAll(':', '%3A') : text;
}
