import { createHash } from 'node:crypto';
import { fold } from '#platform/text';

const MAX_LENGTH = 80;

/**
 * Identifies the condition that a data point of some key reports: a signal with the same content after the need was
 * completed repeats it, one with another content reports something new.
 * @param identity the audience, dates and references of the event (`eventIdentity`)
 */
export function contentOf(topic: string | null, identity: string): string {
  const content = `${JSON.stringify(topic === null ? '' : fold(topic))} ${identity}`;
  return content.length <= MAX_LENGTH ? content : createHash('sha256').update(content).digest('base64url');
}
