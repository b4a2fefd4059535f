import pg from 'pg';
import { NOTICES_LOST_PEERS } from './lost-peers.js';

/** A connection as the owner of the tables, outside of a transaction and without a tenant in scope. */
export type OwnerConnection = pg.Client;

/** Runs `work` with a connection of its own. @param settings further ones of the connection */
export async function withOwner<T>(
  ownerUrl: string,
  work: (client: OwnerConnection) => Promise<T>,
  settings: pg.ClientConfig = {},
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, ...NOTICES_LOST_PEERS, ...settings });
  // A broken connection fails the running query; without a listener it would also end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
