import { Logger } from '@nestjs/common';
import pg from 'pg';

const RECONNECT_MS = 200;
const STATEMENT_TIMEOUT_MS = 10_000;

/** A prepared statement: planned once a connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The database cannot be written to now. Nothing of the transaction was kept, unless its commit was answered into a dead connection. */
export class DatabaseUnavailable extends Error {}

/** PostgreSQL refused the values of a transaction (SQLSTATE classes 22, 23 and 54). Nothing of it was kept. */
export class ValuesRefused extends Error {}

/** The transaction lost against another one (SQLSTATE class 40, a deadlock): nothing of it was kept, and it may be tried again. */
export class TransactionLost extends DatabaseUnavailable {}

/**
 * One connection in pipeline mode for short transactions of one statement: BEGIN, the scope, the statement and COMMIT leave
 * together and cost one round trip. Transactions of several callers may be in flight; PostgreSQL runs them one after the other.
 */
export class Pipeline {
  private readonly log = new Logger(Pipeline.name);
  private client: pg.Client | null = null;
  private closing = false;
  private reconnecting = false;

  constructor(private readonly url: string) {}

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, pipeline: true, keepAlive: true, query_timeout: STATEMENT_TIMEOUT_MS });
    client.on('error', (error) => this.log.warn(`connection lost: ${error.message}`));
    await client.connect();
    client.on('end', () => this.reconnectLater());
    this.client = client;
  }

  get isConnected(): boolean {
    return this.client !== null;
  }

  /**
   * Runs one statement in a transaction of its own, in the scope of the given tenants.
   * @throws ValuesRefused | DatabaseUnavailable
   */
  async transact<Row extends pg.QueryResultRow>(tenantIds: readonly string[], statement: Statement, values: unknown[]): Promise<Row[]> {
    const { client } = this;
    if (client === null) throw new DatabaseUnavailable('no connection');
    const [begin, scope, result, commit] = await Promise.allSettled([
      client.query('begin'),
      client.query({ name: 'scope', text: `select set_config('app.tenant_id', $1, true)`, values: [tenantIds.join(',')] }),
      client.query<Row>({ ...statement, values }),
      client.query('commit'),
    ]);
    for (const step of [result, begin, scope, commit]) if (step.status === 'rejected') throw classify(step.reason);
    // A failed transaction answers COMMIT with the tag ROLLBACK and no error.
    if (commit.status !== 'fulfilled' || commit.value.command !== 'COMMIT') throw new DatabaseUnavailable('the transaction was rolled back');
    return result.status === 'fulfilled' ? result.value.rows : [];
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.client?.end();
  }

  /** A connection that fails to open ends as well, and must not be followed by two. */
  private reconnectLater(): void {
    this.client = null;
    if (this.closing || this.reconnecting) return;
    this.reconnecting = true;
    setTimeout(() => {
      this.reconnecting = false;
      this.connect().catch(() => this.reconnectLater());
    }, RECONNECT_MS).unref();
  }
}

function classify(error: unknown): Error {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith('40')) return new TransactionLost(message);
  return /^(22|23|54)/.test(code) ? new ValuesRefused(message) : new DatabaseUnavailable(message);
}
