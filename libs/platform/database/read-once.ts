import type { MikroORM } from '@mikro-orm/core';
import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';

/**
 * Sends settings and a statement as one message, and returns the statement's rows. PostgreSQL executes what one message
 * contains in one transaction, to which the settings are local, and which cannot write.
 */
export async function readOnce<Row>(
  orm: MikroORM,
  variables: Readonly<Record<string, string>>,
  { sql, params }: SqlFragment,
): Promise<Row[]> {
  const driver = orm.em.getDriver();
  const connection = driver.getConnection();
  if (!(connection instanceof PostgreSqlConnection)) throw new Error('not a connection to PostgreSQL');
  const platform = driver.getPlatform();
  const settings = Object.entries({ ...variables, transaction_read_only: 'on' }).map(
    ([name, value]) => `set_config(${platform.quoteValue(name)}, ${platform.quoteValue(value)}, true)`,
  );
  const pool = await connection.getNativeClient();
  // The types of `pg` do not know that a message of several statements has several results.
  const results: unknown = await pool.query(`select ${settings.join(', ')}; ${platform.formatQuery(sql, params)}`);
  return (results as ReadonlyArray<{ rows: Row[] }>)[1]?.rows ?? [];
}
