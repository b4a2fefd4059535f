import type pg from 'pg';

/**
 * Removes connections from the pool that are lost while they are in use. Kysely gives back the connection of a
 * transaction only after `begin`, `commit` or `rollback` has succeeded. On a lost connection none of them does: it
 * would take its place in the pool for ever, and after as many as the pool has, the process would answer every call
 * with 503.
 */
export function dropLostClients(pool: pg.Pool): void {
  const inUse = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (!inUse.has(client)) return;
      client.release(true);
      // Whoever uses it may release it once more.
      client.release = () => undefined;
    });
  });
}
