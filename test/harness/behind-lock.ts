import type { TestDatabase } from './database.js';
import { eventuallyLocked } from './eventually.js';

/** SQL, and the values of its parameters. */
type Statement = readonly [sql: string, ...values: unknown[]];

/**
 * Sends requests while a transaction holds the locks of a statement. Each request is sent when the ones before wait for
 * a lock, and the transaction commits when all of them wait. @returns the responses, in the order of the requests
 */
export function behindLock<const Requests extends ReadonlyArray<() => Promise<unknown>>>(
  { database }: { readonly database: TestDatabase },
  [sql, ...values]: Statement,
  ...requests: Requests
): Promise<{ [Index in keyof Requests]: Awaited<ReturnType<Requests[Index]>> }> {
  return database.inTransaction(async (tx) => {
    await tx.query(sql, values);
    const sent: Array<Promise<unknown>> = [];
    for (const request of requests) {
      sent.push(request());
      await eventuallyLocked({ database }, sent.length);
    }
    await tx.query('commit');
    return (await Promise.all(sent)) as { [Index in keyof Requests]: Awaited<ReturnType<Requests[Index]>> };
  });
}
