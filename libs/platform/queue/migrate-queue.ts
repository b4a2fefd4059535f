import { runMigrations } from 'bullmq';
import pg from 'pg';

const SCHEMA = 'bullmq';

/** Updates BullMQ's schema as the owner, and grants the application role access to it. */
export async function migrateQueue(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const role = client.escapeIdentifier(appRole);
  try {
    await client.query(`create schema if not exists ${SCHEMA}; set search_path to ${SCHEMA}`);
    await runMigrations(client, SCHEMA);
    await client.query(`
      -- BullMQ creates a sequence for each queue when its first job is sent.
      grant usage, create on schema ${SCHEMA} to ${role};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role};
      grant usage, select on all sequences in schema ${SCHEMA} to ${role};
      grant execute on all functions in schema ${SCHEMA} to ${role};`);
  } finally {
    await client.end();
  }
}
