import type pg from 'pg';
import { messageOf } from '../thrown/index.js';
import { isUnreachable } from './availability.js';

/** SQLSTATE: the client cannot establish a connection. */
const CANNOT_CONNECT = '08001';

/**
 * Gives each error of opening a connection a code by which {@link isUnreachable} recognises it. PostgreSQL has many
 * reasons to refuse one for a while that mean something else in a statement: a password that is being changed, a
 * database that accepts no connections during maintenance or does not exist while it is restored. So has the operating
 * system: too many open files.
 */
export function markConnectErrors(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool);
  const marked = (): Promise<pg.PoolClient> =>
    connect().catch((error: unknown) => {
      throw isUnreachable(error) ? error : cannotConnect(error);
    });
  // `query` of the pool passes a callback.
  const value = (callback?: Parameters<typeof connect>[0]): unknown =>
    callback === undefined ? marked() : connect(callback);
  Object.defineProperty(pool, 'connect', { value });
}

/** The log shows the cause, with its own code. */
function cannotConnect(cause: unknown): Error {
  return Object.assign(new Error(messageOf(cause), { cause }), { code: CANNOT_CONNECT });
}
