import type { MikroORM } from '@mikro-orm/core';
import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';

/**
 * Sends settings and statements as one message, and returns the rows of each statement. PostgreSQL executes what one
 * message contains in one transaction, to which the settings are local, and which cannot write.
 */
export async function readOnce(
  orm: MikroORM,
  variables: Readonly<Record<string, string>>,
  statements: readonly SqlFragment[],
): Promise<Array<readonly unknown[]>> {
  const driver = orm.em.getDriver();
  const connection = driver.getConnection();
  if (!(connection instanceof PostgreSqlConnection)) throw new Error('not a connection to PostgreSQL');
  const platform = driver.getPlatform();
  const settings = Object.entries({ ...variables, transaction_read_only: 'on' }).map(
    ([name, value]) => `set_config(${platform.quoteValue(name)}, ${platform.quoteValue(value)}, true)`,
  );
  const pool = await connection.getNativeClient();
  const message = [
    `select ${settings.join(', ')}`,
    ...statements.map(({ sql, params }) => platform.formatQuery(sql, params)),
  ];
  // The types of `pg` do not know that a message of several statements has several results.
  const results: unknown = await pool.query(message.join('; '));
  const [, ...ofStatements] = results as ReadonlyArray<{ rows: readonly unknown[] }>;
  return ofStatements.map(({ rows }) => rows);
}
