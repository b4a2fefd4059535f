import { messageOf } from '../thrown/index.js';
import { isUnreachable } from './availability.js';
import { DatabaseUnavailable, LockedOut, TransactionLost } from './pipeline.js';

/**
 * Rethrows an error of a transaction as the engine handles it.
 * @throws TransactionLost, LockedOut, DatabaseUnavailable, or the error itself
 */
export function rethrow(error: unknown): never {
  const code = codeOf(error);
  if (code.startsWith(ROLLED_BACK)) throw new TransactionLost(messageOf(error));
  if (code === LOCK_NOT_AVAILABLE) throw new LockedOut(messageOf(error));
  throw isUnreachable(error) || code === STATEMENT_TIMEOUT ? new DatabaseUnavailable(messageOf(error)) : error;
}

/** SQLSTATE class: PostgreSQL rolled this transaction back in favour of another one (a deadlock). */
const ROLLED_BACK = '40';
/** SQLSTATE: a lock, or a statement, exceeded its time limit. */
const LOCK_NOT_AVAILABLE = '55P03';
const STATEMENT_TIMEOUT = '57014';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
