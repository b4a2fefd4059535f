import type pg from 'pg';
import type { BinaryParameter } from './binary-rows.js';
import { ProtocolExchange } from './protocol-exchange.js';

/** A prepared statement, planned once for each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A statement and its parameters. */
export interface Call {
  readonly statement: Statement;
  readonly values: ReadonlyArray<BinaryParameter | string>;
}

/** A row in PostgreSQL's text format, in the order of the statement's columns. */
export type TextRow = ReadonlyArray<string | null>;

/** Prepares a statement on a connection, and replaces one of the same name. */
export class Preparation extends ProtocolExchange<void> {
  constructor(private readonly statement: Statement) {
    super();
  }

  submit(connection: pg.Connection): void {
    // PostgreSQL reports no error if there is no statement with that name (PostgreSQL's documentation, "Extended
    // Query" in the message flow of its protocol).
    connection.close({ type: 'S', name: this.statement.name }, true);
    connection.parse({ ...this.statement, types: [] }, true);
    connection.sync();
  }

  protected answered(): void {}
}

/**
 * A transaction of prepared statements without BEGIN and COMMIT, which would need responses of their own. Statements
 * before the same Sync are one transaction, which commits at the Sync (PostgreSQL's documentation, "Pipelining" in the
 * message flow of its protocol).
 */
export class PipelinedTransaction extends ProtocolExchange<TextRow[][]> {
  private readonly complete: TextRow[][] = [];
  private rows: TextRow[] = [];

  private readonly bound: ReadonlyArray<{ readonly statement: string; readonly values: Array<Buffer | string> }>;

  /**
   * Encodes all values before the first message is sent: a half-sent transaction would break the following ones.
   * @throws RangeError if a value is outside its type's range
   */
  constructor(calls: readonly Call[]) {
    super();
    this.bound = calls.map(({ statement, values }) => ({
      statement: statement.name,
      values: values.map((value) => (typeof value === 'string' ? value : value.toPostgres())),
    }));
  }

  submit(connection: pg.Connection): void {
    for (const call of this.bound) {
      connection.bind(call, true);
      connection.execute({}, true);
    }
    connection.sync();
  }

  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    this.rows.push(fields);
  }

  handleCommandComplete(): void {
    this.complete.push(this.rows);
    this.rows = [];
  }

  protected answered(): TextRow[][] {
    return this.complete;
  }
}
