import pg from 'pg';
import { ProtocolExchange } from './protocol-exchange.js';

/** A statement whose values are parameters (`$1`). */
export interface PreparedStatement {
  readonly text: string;
  /** Values in PostgreSQL's text format; bytes of a `bytea`. */
  readonly values: ReadonlyArray<Buffer | string | null>;
}

/** A row by the names of its columns. */
export type ReadRow = Readonly<Record<string, unknown>>;

/**
 * How long a connection reuses a plan. PostgreSQL keeps it until a table is analysed; by then, the table may have grown
 * a thousandfold.
 */
const PLAN_REUSE_MS = 60_000;

/**
 * The maximum number of statements that a connection keeps prepared, more than the code has. Further ones are planned
 * at each execution.
 */
const MAX_PREPARED = 64;

/** When each statement was prepared on a connection, in `performance.now()` time, with its name. */
type PreparedOn = Map<string, { readonly name: string; at: number }>;

const prepared = new WeakMap<pg.PoolClient, PreparedOn>();

const PARSERS = new pg.TypeOverrides();

/** The types of `pg` declare a number as the argument of a parser; it is the text of a value. */
const parserOf = (type: number): Column['parse'] => PARSERS.getTypeParser(type, 'text') as unknown as Column['parse'];

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

interface BoundStatement extends PreparedStatement {
  /** Empty: the statement is not kept prepared. */
  readonly name: string;
  readonly isPrepared: boolean;
}

/**
 * Statements that only read, sent together in one transaction: PostgreSQL executes all statements before the same Sync
 * in one transaction (PostgreSQL's documentation, "Pipelining" in the message flow of its protocol). A connection plans
 * each statement once a minute, because planning takes longer than looking up a few rows by their keys. After a failed
 * statement the connection must be closed, because it is not known which statements it has prepared.
 */
export class PreparedRead extends ProtocolExchange<ReadRow[][]> {
  private readonly results: ReadRow[][] = [];
  private columns: Column[] = [];
  private readonly bound: readonly BoundStatement[];
  private readonly preparedOn: PreparedOn;

  constructor(
    client: pg.PoolClient,
    readonly statements: readonly PreparedStatement[],
  ) {
    super();
    this.preparedOn = prepared.get(client) ?? new Map();
    prepared.set(client, this.preparedOn);
    this.bound = statements.map((statement) => this.nameOf(statement));
  }

  submit(connection: pg.Connection): void {
    // One write to the socket wakes PostgreSQL only once.
    connection.stream.cork();
    for (const { name, text, values, isPrepared } of this.bound) {
      if (!isPrepared) {
        if (name !== '') connection.close({ type: 'S', name }, true);
        connection.parse({ name, text, types: [] }, true);
      }
      connection.bind({ statement: name, values: [...values] }, true);
      connection.describe({ type: 'P', name: '' }, true);
      connection.execute({}, true);
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }));
    this.results.push([]);
  }

  handleDataRow({ fields }: { readonly fields: ReadonlyArray<string | null> }): void {
    const row: Record<string, unknown> = {};
    for (const [index, { name, parse }] of this.columns.entries()) {
      const text = fields[index] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    this.results.at(-1)?.push(row);
  }

  handleCommandComplete(): void {}

  protected answered(): ReadRow[][] {
    return this.results;
  }

  private nameOf(statement: PreparedStatement): BoundStatement {
    const { preparedOn } = this;
    const now = performance.now();
    const known = preparedOn.get(statement.text);
    if (known !== undefined && now - known.at < PLAN_REUSE_MS)
      return { ...statement, name: known.name, isPrepared: true };
    if (known === undefined && preparedOn.size === MAX_PREPARED) return { ...statement, name: '', isPrepared: false };
    const name = known?.name ?? `read ${preparedOn.size}`;
    preparedOn.set(statement.text, { name, at: now });
    return { ...statement, name, isPrepared: false };
  }
}
