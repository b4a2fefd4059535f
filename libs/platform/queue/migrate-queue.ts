import { LATEST_SCHEMA_VERSION, SchemaMigrationRequiredError, assertSchemaCompatibility, runMigrations } from 'bullmq';
import { MIGRATION_LOCKS, type OwnerConnection, withOwner } from '../database/index.js';

const SCHEMA = 'bullmq';

/** Updates BullMQ's schema as the owner, and grants the application role access to it. */
export function migrateQueue(ownerUrl: string, appRole: string): Promise<void> {
  return asOwner(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(appRole);
    await client.query(`create schema if not exists ${SCHEMA}; set search_path to ${SCHEMA}`);
    await runMigrations(client, SCHEMA);
    await client.query(`
      -- BullMQ creates a sequence for each queue when its first job is sent: the application's role owns it then.
      grant usage, create on schema ${SCHEMA} to ${role};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role};
      grant execute on all functions in schema ${SCHEMA} to ${role};`);
    // A superuser may grant access to those of another role of the application, too; a plain owner has only its own.
    const own = await client.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class
        where relnamespace = $1::regnamespace and relkind = 'S' and pg_has_role(relowner, 'usage')`,
      [SCHEMA],
    );
    for (const { name } of own.rows) await client.query(`grant usage, select on sequence ${name} to ${role}`);
  });
}

/** Whether {@link migrateQueue} has nothing to do. */
export function isQueueCurrent(ownerUrl: string, appRole: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    if ((await schemaVersion(client)) < LATEST_SCHEMA_VERSION) return false;
    const { rows } = await client.query<{ granted: boolean }>(
      `select bool_and(has_table_privilege($1, oid, 'select')) as granted from pg_class
        where relnamespace = $2::regnamespace and relkind in ('r', 'p')`,
      [appRole, SCHEMA],
    );
    return rows[0]?.granted === true;
  });
}

/** 0: there is no schema. */
async function schemaVersion(client: OwnerConnection): Promise<number> {
  try {
    return await assertSchemaCompatibility(client, SCHEMA);
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return 0;
    throw error;
  }
}

function asOwner<T>(ownerUrl: string, work: (client: OwnerConnection) => Promise<T>): Promise<T> {
  return withOwner(ownerUrl, work, MIGRATION_LOCKS);
}
