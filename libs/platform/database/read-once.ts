import type { MikroORM } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlPlatform, RawQueryFragment } from '@mikro-orm/postgresql';
import { KEYED_PLANS } from './keyed-plans.js';
import { PreparedRead, type PreparedStatement, type ReadRow } from './prepared-read.js';
import type { SqlFragment } from './sql-fragments.js';

const SETTINGS = { transaction_read_only: 'on', ...KEYED_PLANS } as const;

/**
 * Sends settings and statements together, and returns the rows of each statement. They run in one read-only
 * transaction, to which the settings are local. The statements look up rows by keys: PostgreSQL scans no table that has
 * an index.
 * @throws Error if a value is neither text, bytes, a number, a boolean nor null
 */
export async function readOnce(
  orm: MikroORM,
  variables: Readonly<Record<string, string>>,
  statements: readonly SqlFragment[],
): Promise<ReadRow[][]> {
  const connection = orm.em.getDriver().getConnection();
  if (!(connection instanceof PostgreSqlConnection)) throw new Error('not a connection to PostgreSQL');
  const pool = await connection.getNativeClient();
  const prepared = [settingsOf({ ...variables, ...SETTINGS }), ...statements.map(preparedOf)];
  const client = await pool.connect();
  try {
    const read = new PreparedRead(client, prepared);
    client.query(read);
    const [, ...rows] = await read.answer;
    client.release();
    return rows;
  } catch (error) {
    // Closes the connection: it may be the cause, and it is not known which statements it has prepared.
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

function settingsOf(settings: Readonly<Record<string, string>>): PreparedStatement {
  const entries = Object.entries(settings);
  return {
    text: `select ${entries.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`).join(', ')}`,
    values: entries.flat(),
  };
}

function preparedOf({ sql, params }: SqlFragment): PreparedStatement {
  const platform = new ParameterPlatform();
  return { text: platform.formatQuery(sql, params), values: platform.values };
}

/** Formats fragments with parameters in the place of literals. */
class ParameterPlatform extends PostgreSqlPlatform {
  readonly values: Array<Buffer | string | null> = [];

  override quoteValue(value: unknown): string {
    if (value instanceof RawQueryFragment) return this.formatQuery(value.sql, value.params);
    this.values.push(parameterOf(value));
    return `$${this.values.length}`;
  }
}

function parameterOf(value: unknown): Buffer | string | null {
  if (value === null || typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`a statement has a value of type ${typeof value}`);
}
