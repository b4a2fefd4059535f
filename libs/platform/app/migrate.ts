import { connectionParts, migrateDatabase, pendingMigrations } from '../database/index.js';
import { migrateQueue } from '../queue/index.js';

/**
 * Brings the engine's schema and the queue's to the current version, where any is behind.
 * @param ownerUrl connection string of the owner
 * @param appUrl connection string of the application, whose role must exist
 * @returns how many migrations it ran
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<number> {
  const { length } = await pendingMigrations(ownerUrl, 'DATABASE_OWNER_URL');
  if (length === 0) return 0;
  const { user } = connectionParts(appUrl);
  await migrateQueue(ownerUrl, user);
  await migrateDatabase(ownerUrl, user);
  return length;
}
