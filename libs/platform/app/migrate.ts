import { asOnlyMigrator, connectionParts, isGranted, migrateDatabase, pendingMigrations } from '../database/index.js';
import { isQueueCurrent, migrateQueue } from '../queue/index.js';

/**
 * Brings the engine's schema and the queue's to the current version, where any is behind. Processes that call it at the
 * same time take turns.
 * @param ownerUrl connection string of the owner
 * @param appUrl connection string of the application, whose role must exist
 * @returns how many migrations it ran
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<number> {
  const { user } = connectionParts(appUrl);
  const pending = (): Promise<string[]> => pendingMigrations(ownerUrl, 'DATABASE_OWNER_URL');
  // A process that was killed after its last migration has granted no access yet.
  const isCurrent = (await pending()).length === 0 && (await isGranted(ownerUrl, user));
  if (isCurrent && (await isQueueCurrent(ownerUrl, user))) return 0;
  return asOnlyMigrator(ownerUrl, async () => {
    const { length } = await pending();
    await migrateQueue(ownerUrl, user);
    await migrateDatabase(ownerUrl, user);
    return length;
  });
}
