import type { Transaction } from './transaction.js';

/** The callbacks of each running transaction. */
const callbacksOf = new WeakMap<Transaction, Array<() => void>>();

/** Collects the callbacks of a transaction, which its caller runs after it commits. */
export function collectAfterCommit(tx: Transaction, callbacks: Array<() => void>): void {
  callbacksOf.set(tx, callbacks);
}

/** Runs the callbacks of a savepoint after the transaction that contains it commits. */
export function passAfterCommit(savepoint: Transaction, tx: Transaction): void {
  const callbacks = callbacksOf.get(tx);
  if (callbacks !== undefined) callbacksOf.set(savepoint, callbacks);
}

/**
 * Runs `callback` after the transaction commits, and not if it is rolled back.
 * @throws Error in a savepoint, which ends before its transaction
 */
export function afterCommit(tx: Transaction, callback: () => void): void {
  const callbacks = callbacksOf.get(tx);
  if (callbacks === undefined) throw new Error('no transaction of Database');
  callbacks.push(callback);
}
