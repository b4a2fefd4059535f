import { connectionParts, migrateDatabase, pendingMigrations } from '../database/index.js';
import { migrateQueue } from '../queue/index.js';

/**
 * Brings the engine's schema and the queue's to the current version, where any is behind.
 * @param ownerUrl connection string of the owner
 * @param appUrl connection string of the application, whose role must exist
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  if ((await pendingMigrations(ownerUrl, 'DATABASE_OWNER_URL')).length === 0) return;
  const { user } = connectionParts(appUrl);
  await migrateQueue(ownerUrl, user);
  await migrateDatabase(ownerUrl, user);
}
