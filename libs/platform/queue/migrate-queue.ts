import { runMigrations } from 'bullmq';
import pg from 'pg';

const SCHEMA = 'bullmq';

/** Brings BullMQ's own schema to its current version as the owner, and lets the application's role use it. */
export async function migrateQueue(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const role = client.escapeIdentifier(appRole);
  try {
    await client.query(`create schema if not exists ${SCHEMA}; set search_path to ${SCHEMA}`);
    await runMigrations(client, SCHEMA);
    await client.query(`
      -- BullMQ makes a sequence of its own for each queue when the first job comes.
      grant usage, create on schema ${SCHEMA} to ${role};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role};
      grant usage, select on all sequences in schema ${SCHEMA} to ${role};
      grant execute on all functions in schema ${SCHEMA} to ${role};`);
  } finally {
    await client.end();
  }
}
