import { MikroORM } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import pg from 'pg';
import { connectionParts } from './connection-parts.js';
import { Migration20261125000000Initial } from './migrations/migration20261125000000-initial.js';

/** In the order in which they run. */
const MIGRATIONS: ReadonlyArray<new (...args: ConstructorParameters<typeof Migration>) => Migration> = [Migration20261125000000Initial];

/** Names of the migrations that the database at `url` has not seen yet; cheap enough for every start and probe. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query<{ present: boolean }>(`select to_regclass('mikro_orm_migrations') is not null as present`);
    const done = known.rows[0]?.present ? await client.query<{ name: string }>('select name from mikro_orm_migrations') : { rows: [] };
    const names = new Set(done.rows.map((row) => row.name));
    return MIGRATIONS.map((migration) => migration.name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to the current schema and lets the application's role read and write it.
 * @param ownerUrl the owner's connection string
 * @param appRole name of the role that the application connects as; it must exist
 */
export async function migrateDatabase(ownerUrl: string, appRole: string): Promise<void> {
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    ...connectionParts(ownerUrl),
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    logger: () => undefined,
    migrations: {
      migrationsList: MIGRATIONS.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
    },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
  await grant(ownerUrl, appRole);
}

async function grant(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const role = client.escapeIdentifier(appRole);
  try {
    await client.query(`
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      revoke insert, update, delete on mikro_orm_migrations from ${role};
      grant execute on all functions in schema public to ${role};`);
  } finally {
    await client.end();
  }
}
