import {
  LockedOut,
  TransactionLost,
  asOnlyMigrator,
  connectionParts,
  isGranted,
  migrateDatabase,
  pendingMigrations,
  rethrow,
} from '../database/index.js';
import { StartError } from '../config/index.js';
import { NotReadyYet, waitFor } from '../lifecycle/index.js';
import { isQueueCurrent, migrateQueue } from '../queue/index.js';

/** Between two attempts, the requests that waited behind the first one are answered. */
const RETRY_MS = 5_000;

/**
 * Brings the engine's schema and the queue's to the current version, where any is behind. Processes that call it at the
 * same time take turns. It waits for transactions that hold locks on the tables, such as a backup.
 * @param ownerUrl connection string of the owner
 * @param appUrl connection string of the application, whose role must exist
 * @param report receives what it waits for
 * @returns how many migrations it ran
 * @throws StartError if the two lead to different databases
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
