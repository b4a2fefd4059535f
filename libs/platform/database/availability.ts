/**
 * Errors of the operating system that mean: nobody answers there now. A name that is not known yet may be so in a
 * moment.
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

/** SQLSTATE: lost connections (class 08), too many of them (53), a server that starts or stops (57P). */
const UNAVAILABLE_STATES = /^(?:08|53|57P)/;

/** What `pg` says, without a code, of a connection that is lost or that could not be had in time. */
const LOST_CONNECTION =
  /^(?:timeout e|Connection terminated|Query read timeout|Client has encountered a connection error)/;

/** Whether an error means that PostgreSQL cannot be reached now, so that the same may succeed later. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code === '' ? LOST_CONNECTION.test(error.message) : NETWORK_ERRORS.has(code) || UNAVAILABLE_STATES.test(code);
}

/** The message of an error; where a name has several addresses and none answers, that of the first. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
