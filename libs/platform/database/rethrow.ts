import { messageOf } from '../thrown/index.js';
import { isUnreachable } from './availability.js';
import { DISK_FULL, LOCK_NOT_AVAILABLE, ROLLED_BACK, STATEMENT_TIMEOUT, errorCodeOf } from './error-code.js';
import { DatabaseUnavailable, DiskFull, LockedOut, TransactionLost } from './pipeline.js';

/**
 * Rethrows an error of a transaction as the engine handles it.
 * @throws TransactionLost, LockedOut, DiskFull, DatabaseUnavailable, or the error itself
 */
export function rethrow(error: unknown): never {
  const code = errorCodeOf(error);
  const [message, options] = [messageOf(error), { cause: error }];
  if (code.startsWith(ROLLED_BACK)) throw new TransactionLost(message, options);
  if (code === LOCK_NOT_AVAILABLE) throw new LockedOut(message, options);
  if (code === DISK_FULL) throw new DiskFull(message, options);
  throw isUnreachable(error) || code === STATEMENT_TIMEOUT ? new DatabaseUnavailable(message, options) : error;
}
