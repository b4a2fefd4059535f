import pg from 'pg';
import { connectionParts } from '#platform/database';
import type { TestDatabase } from '../harness/database.js';

/** A statement that was sent to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (...parameters: unknown[]) => unknown;

interface RecordedClient extends pg.Client {
  readonly connectionParameters: { readonly options?: string };
}

interface QueryConfig {
  readonly text?: unknown;
  readonly values?: unknown;
  /** Of a `PreparedRead`, which sends several. */
  readonly statements?: readonly Statement[];
}

/** @param parameters of `query` of `pg` */
function statementsOf([first, second]: readonly unknown[]): readonly Statement[] {
  const config: QueryConfig = typeof first === 'string' ? { text: first, values: second } : (first as QueryConfig);
  const { text, values, statements = [] } = config;
  if (typeof text !== 'string') return statements;
  return [{ text, values: Array.isArray(values) ? [...(values as unknown[])] : [] }];
}

/** Only the connections of BullMQ have it (`queue.module.ts`). */
const OF_QUEUE = 'synchronous_commit=off';

/**
 * What this process sends to a database while `work` runs, whoever sends it but BullMQ, which writes to its queues for
 * seconds after the start. Engines of other test files may run in this process, each on a database of its own.
 */
export async function statementsDuring({ appUrl }: TestDatabase, work: () => Promise<unknown>): Promise<Statement[]> {
  const { dbName } = connectionParts(appUrl);
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function recorded(this: RecordedClient, ...parameters) {
    const isOfQueue = this.connectionParameters.options?.includes(OF_QUEUE) ?? false;
    if (this.database === dbName && !isOfQueue) sent.push(...statementsOf(parameters));
    return query.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}
