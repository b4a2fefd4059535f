import {
  DatabaseUnavailable,
  LockedOut,
  TransactionLost,
  asOnlyMigrator,
  connectionParts,
  errorCodeOf,
  isGranted,
  migrateDatabase,
  pendingMigrations,
  rethrow,
} from '../database/index.js';
import { StartError } from '../config/index.js';
import { NotReadyYet, waitFor } from '../lifecycle/index.js';
import { isQueueCurrent, migrateQueue } from '../queue/index.js';
import { messageOf } from '../thrown/index.js';

/** SQLSTATE. */
const UNDEFINED_OBJECT = '42704';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Between two attempts, the requests that waited behind the first one are answered. */
const RETRY_MS = 5_000;

/**
 * Brings the engine's schema and the queue's to the current version, where any is behind. Processes that call it at the
 * same time take turns. It waits for transactions that hold locks on the tables, such as a backup.
 * @param ownerUrl connection string of the owner
 * @param appUrl connection string of the application, whose role must exist
 * @param report receives what it waits for
 * @returns how many migrations it ran
 * @throws StartError if the two lead to different databases or name the same role, and if PostgreSQL does not know the
 * application's role, or does not let the owner create schemas and tables
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  report: (what: string) => void = () => undefined,
): Promise<number> {
  const { user } = connectionParts(appUrl);
  const [database, migrated] = [appUrl, ownerUrl].map(databaseOf);
  if (migrated !== database)
    throw new StartError(
      `DATABASE_OWNER_URL should lead to the database of DATABASE_URL, "${database}", not to "${migrated}"`,
    );
  // Afterwards the api would refuse a role that owns the tables, and they would need another owner.
  if (connectionParts(ownerUrl).user === user)
    throw new StartError(`DATABASE_OWNER_URL should name another role than DATABASE_URL, not "${user}" too`);
  return migrateSchemas(ownerUrl, user, report).catch(rethrow).catch(explain);
}

async function migrateSchemas(ownerUrl: string, user: string, report: (what: string) => void): Promise<number> {
  const pending = (): Promise<string[]> => pendingMigrations(ownerUrl, 'DATABASE_OWNER_URL');
  // A process that was killed after its last migration has granted no access yet.
  const isCurrent = (await pending()).length === 0 && (await isGranted(ownerUrl, user));
  if (isCurrent && (await isQueueCurrent(ownerUrl, user))) return 0;
  const run = async (): Promise<number> => {
    const { length } = await pending();
    await migrateQueue(ownerUrl, user);
    await migrateDatabase(ownerUrl, user);
    return length;
  };
  return asOnlyMigrator(ownerUrl, () => waitFor(() => run().catch(rethrow).catch(laterIfLocked), report, RETRY_MS));
}

/** @throws StartError for what PostgreSQL refuses because of a role, or cannot do now */
function explain(error: unknown): never {
  const code = errorCodeOf(error);
  if (code === UNDEFINED_OBJECT)
    throw new StartError(`DATABASE_URL should name a role of the server of DATABASE_OWNER_URL: ${messageOf(error)}`);
  if (code === INSUFFICIENT_PRIVILEGE)
    throw new StartError(`DATABASE_OWNER_URL should name the owner of the database: ${messageOf(error)}`);
  // The connection was lost or refused, or the disk is full: what was begun is rolled back.
  if (error instanceof DatabaseUnavailable || error instanceof NotReadyYet)
    throw new StartError(`the migrations could not be run: ${messageOf(error).replaceAll('\n', ' ')}`);
  throw error;
}

/** A connection string without a database leads to the one that has the name of the role. */
function databaseOf(url: string): string {
  const { dbName, user } = connectionParts(url);
  return dbName || user;
}

/** @throws NotReadyYet if the migrations were rolled back because of another transaction */
function laterIfLocked(error: unknown): never {
  throw error instanceof LockedOut || error instanceof TransactionLost
    ? new NotReadyYet(
        `another transaction, such as a backup, uses the tables that the migrations change (${error.message})`,
      )
    : error;
}
