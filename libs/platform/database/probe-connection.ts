import pg from 'pg';
import { StartError } from '../config/index.js';
import { NotReadyYet } from '../lifecycle/index.js';
import { messageOf } from '../thrown/index.js';
import { isUnreachable } from './availability.js';

/** Probes run every few seconds: each must end in time and leave no connection behind. */
const PROBE_TIMEOUT_MS = 2_000;

/**
 * Opens a connection for one check of the database, at most two seconds for each step.
 * @param setting name of the environment variable that holds `url`, for the message
 * @param config further options of the connection
 * @throws NotReadyYet if PostgreSQL does not answer now
 * @throws StartError for an error that waiting does not fix: a wrong password, an unknown database, a certificate
 */
export async function withProbeConnection<T>(
  url: string,
  setting: string,
  at: (client: pg.Client) => Promise<T>,
  config: pg.ClientConfig = {},
): Promise<T> {
  const client = clientFor(url, setting, config);
  // A broken connection fails the running query; without a listener it would also end the process.
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      if (isMissingPassword(error))
        throw new StartError(`${setting} has no password: it should be postgres://user:password@host:5432/database`);
      throw isUnreachable(error) ? error : cannotConnect(setting, error);
    });
    return await at(client);
  } catch (error) {
    throw isUnreachable(error)
      ? new NotReadyYet(`PostgreSQL does not answer (${setting}): ${messageOf(error)}`)
      : error;
  } finally {
    void client.end();
  }
}

/** Opening a client reads the files that the address names, such as `sslrootcert`. */
function clientFor(url: string, setting: string, config: pg.ClientConfig): pg.Client {
  try {
    return new pg.Client({
      ...config,
      connectionString: url,
      connectionTimeoutMillis: PROBE_TIMEOUT_MS,
      query_timeout: PROBE_TIMEOUT_MS,
    });
  } catch (error) {
    throw cannotConnect(setting, error);
  }
}

/** A wrong password, an unknown database, a role that may not connect, a certificate that is not trusted, no TLS. */
function cannotConnect(setting: string, error: unknown): StartError {
  return new StartError(`${setting} cannot be connected to: ${messageOf(error)}`);
}

/** `pg` itself fails if PostgreSQL requires a password and the address has none. */
function isMissingPassword(error: unknown): boolean {
  return error instanceof Error && /^SASL: .*client password must be/.test(error.message);
}
