import { migrateDatabase } from '#platform/database';
import type { TestDatabase } from './database.js';

/**
 * Runs a migration on the rows of a database, as an upgrade from the previous version does.
 * @param name the end of the migration's class name: `LastSent`
 * @param undo statements that give the database the schema of the previous version; none if only rows change
 */
export async function migrateAgain(database: TestDatabase, name: string, undo: readonly string[] = []): Promise<void> {
  for (const sql of undo) await database.query(sql);
  await database.query('delete from mikro_orm_migrations where name like $1', [`%${name}`]);
  const [role] = await database.query<{ name: string }>(
    `select grantee::regrole::text as name from pg_class, aclexplode(relacl)
      where relname = 'need' and grantee <> relowner limit 1`,
  );
  await migrateDatabase(database.ownerUrl, role?.name ?? '');
}
