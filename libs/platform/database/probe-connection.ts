import pg from 'pg';
import { StartError } from '../config/index.js';
import { NotReadyYet } from '../lifecycle/index.js';
import { isUnreachable, reasonOf } from './availability.js';

/** Probes run every few seconds: each must end in time and leave no connection behind. */
const PROBE_TIMEOUT_MS = 2_000;

/**
 * Opens a connection for one check of the database, at most two seconds a step.
 * @param setting name of the environment variable that holds `url`, for the message
 * @throws NotReadyYet when PostgreSQL does not answer now
 * @throws StartError when waiting does not help: a wrong password, an unknown database
 */
export async function withProbeConnection<T>(
  url: string,
  setting: string,
  at: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PROBE_TIMEOUT_MS,
    query_timeout: PROBE_TIMEOUT_MS,
  });
  // A connection that breaks fails the query under way; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw isConnectionRefusal(error) ? new StartError(`${setting} cannot be connected to: ${error.message}`) : error;
    });
    return await at(client);
  } catch (error) {
    throw isUnreachable(error) ? new NotReadyYet(`PostgreSQL does not answer (${setting}): ${reasonOf(error)}`) : error;
  } finally {
    void client.end();
  }
}

/**
 * SQLSTATE: a wrong role or password (class 28), an unknown database (3D000), a database that the role may not enter
 * (42501).
 */
function isConnectionRefusal(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^28|^3D000$|^42501$/.test(error.code ?? '');
}
