import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';

/** The valid ids of a proxy or a client: short, and without characters that are ambiguous in a log. */
const TAKEN_OVER = /^[\w.-]{1,64}$/;

/** The id of a request: the caller's (`x-request-id`) if it is valid, else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && TAKEN_OVER.test(given) ? given : randomUUID();
}
