import type pg from 'pg';
import { READ_ONLY } from './error-code.js';

/** While PostgreSQL only reads, a connection is opened again at most this often. */
export const RENEWED_AFTER_MS = 1_000;

/**
 * Removes connections from the pool that PostgreSQL has refused to write on. Whether a session may write by default is
 * decided when it begins: one that was opened while the database only read would refuse to write after that, too.
 */
export function renewReadOnlyClients(pool: pg.Pool): void {
  const refused = new WeakSet<pg.PoolClient>();
  pool.on('connect', (client) => {
    const connectedAt = performance.now();
    client.connection.on('errorMessage', ({ code }: { code?: string }) => {
      if (code === READ_ONLY && performance.now() - connectedAt >= RENEWED_AFTER_MS) refused.add(client);
    });
  });
  // The pool removes a client that ends.
  pool.on('release', (_error, client) => {
    if (refused.has(client)) void client.end();
  });
}
