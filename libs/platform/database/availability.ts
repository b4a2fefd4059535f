import { errorCodeOf } from './error-code.js';

/**
 * Operating system errors that mean the server cannot be reached now. A host name that cannot be resolved now may be
 * resolvable later.
 */
const NETWORK_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);

/**
 * SQLSTATE: connection exceptions (class 08), a server that only reads (25006: a standby, or one whose provider
 * protects its full disk), a connection ended by the server's own limit of time for transactions (25P03, 25P04),
 * insufficient resources (53), server shutdown or start (57P), and a disk that cannot be read (58).
 */
const UNAVAILABLE_STATES = /^(?:08|25006|25P0[34]|53|57P|58)/;

/** Messages of `pg` errors without a code, for a connection that was lost or not opened in time. */
const LOST_CONNECTION =
  /^(?:timeout e|Connection terminated|Query read timeout|Client has encountered a connection error)/;

/** True if an error means that PostgreSQL cannot be reached now, so that a later attempt may succeed. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCodeOf(error);
  return code === '' ? LOST_CONNECTION.test(error.message) : NETWORK_ERRORS.has(code) || UNAVAILABLE_STATES.test(code);
}
