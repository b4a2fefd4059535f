import { createHash } from 'node:crypto';
import { fold } from '#platform/text';

const MAX_LENGTH = 80;

/**
 * Identifies the condition that a data point of some key reports. After its need was completed, a signal with the same
 * content repeats the condition, and one with another content reports a new one.
 * @param identity the audience, dates and references of the event (`eventIdentity`)
 */
export function contentOf(topic: string | null, identity: string): string {
  const content = `${JSON.stringify(topic === null ? '' : fold(topic))} ${identity}`;
  return content.length <= MAX_LENGTH ? content : createHash('sha256').update(content).digest('base64url');
}
