import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';

/**
 * What a proxy or a client may call a request: short, and nothing that could be mistaken for something else in a log.
 */
const TAKEN_OVER = /^[\w.-]{1,64}$/;

/** The id of a request: the caller's own (`x-request-id`) where it is a decent one, else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && TAKEN_OVER.test(given) ? given : randomUUID();
}
