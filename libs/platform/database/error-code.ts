/** The code of an error: an SQLSTATE of PostgreSQL, or the name of an operating system error. Empty: it has none. */
export function errorCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** SQLSTATE class: PostgreSQL rolled a transaction back in favour of another one (a deadlock). */
export const ROLLED_BACK = '40';
/** SQLSTATE: the server, or the session, only reads. */
export const READ_ONLY = '25006';

/** SQLSTATE: the server has no room on its disk. */
export const DISK_FULL = '53100';

/** SQLSTATE: the wait for a lock, or a statement, exceeded its time limit. */
export const LOCK_NOT_AVAILABLE = '55P03';
export const STATEMENT_TIMEOUT = '57014';
