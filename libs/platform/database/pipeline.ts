import { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { Unavailable } from '../errors/index.js';
import { LogBudget } from '../telemetry/index.js';
import { messageOf } from '../thrown/index.js';
import { LOCK_NOT_AVAILABLE, READ_ONLY, ROLLED_BACK, errorCodeOf } from './error-code.js';
import { KEYED_PLANS } from './keyed-plans.js';
import { NOTICES_LOST_PEERS } from './lost-peers.js';
import { type Call, PipelinedTransaction, Preparation, type Statement, type TextRow } from './pipelined-transaction.js';
import { Reconnect } from './reconnect.js';
import { RENEWED_AFTER_MS } from './renew-read-only.js';
import { isAboutValues } from './values-error.js';

const RECONNECT_MS = 200;
const CONNECT_TIMEOUT_MS = 1_000;

/**
 * How long transactions wait for a new connection after the old one was lost. Together with the time limit of a
 * transaction, this is at most two seconds. Later transactions fail at once, so that none queue while PostgreSQL is
 * unavailable.
 */
const RECONNECT_GRACE_MS = 500;

/**
 * Time limit of a transaction, including the wait for the batch before it. After it, the caller gets a 503, within two
 * seconds in total.
 */
const ANSWER_TIMEOUT_MS = 1_500;

/**
 * Share of the time limit after which PostgreSQL cancels a statement or a lock wait: nothing is stored, and the
 * connection stays usable. Transactions that wait behind one or two such statements still end in time. If PostgreSQL
 * does not report the cancellation in time either, the connection is closed, and all its transactions fail.
 */
const STATEMENT_TIMEOUT_SHARE = 0.4;

/**
 * How long a prepared plan is reused. PostgreSQL keeps the plan of a prepared statement until the table is analysed, a
 * minute later at best. A plan made while the table was almost empty may use a worse index for each batch while
 * thousands of rows arrive.
 */
const PLAN_REUSE_MS = 5_000;

/** A PostgreSQL that only reads, because its disk is full, refuses a thousand batches a second. */
const REFUSALS_PER_SECOND = 20;

/**
 * The database cannot be written to now. Nothing of the transaction was stored, unless the connection was lost after
 * the commit.
 */
export class DatabaseUnavailable extends Unavailable {}

/** PostgreSQL rejected the values of a transaction (SQLSTATE classes 22, 23 and 54). Nothing was stored. */
export class ValuesRefused extends Error {}

/**
 * Another transaction holds a lock for longer than this connection waits (SQLSTATE 55P03). Nothing was stored, and the
 * caller may retry it where it delays nobody else.
 */
export class LockedOut extends DatabaseUnavailable {}

/**
 * PostgreSQL has no room on its disk (SQLSTATE 53100). Nothing was stored, and a retry succeeds once an operator has
 * made room.
 */
export class DiskFull extends DatabaseUnavailable {}

/**
 * The transaction was rolled back in favour of another one (SQLSTATE class 40, a deadlock). Nothing was stored, and the
 * caller may retry it.
 */
export class TransactionLost extends DatabaseUnavailable {}

const OPTIONS = [
  NOTICES_LOST_PEERS.options,
  ...Object.entries(KEYED_PLANS).map(([name, value]) => `-c ${name}=${value}`),
].join(' ');

const SCOPE: Statement = { name: 'scope', text: `select set_config('app.tenant_id', $1, true)` };

interface PipelineLimits {
  /** How long a transaction may take. */
  readonly answerTimeoutMs?: number;
  /** How long a transaction waits for each lock. Omitted: as long as its statements may take. */
  readonly lockTimeoutMs?: number;
}

/**
 * One connection in pipeline mode for short transactions: the scope and the statements are sent together and cost one
 * round trip. Transactions of several callers may be in flight; PostgreSQL runs them one after the other.
 */
export class Pipeline {
  private readonly log = new Logger(Pipeline.name);
  private readonly refusals = new LogBudget(REFUSALS_PER_SECOND, (more) =>
    this.log.warn(`… and ${more} more not written`),
  );
  private client: pg.Client | null = null;
  private connectedAt = -Infinity;
  private socket = new Socket();
  /** When each statement was prepared on this connection, by name, in `performance.now()` time. */
  private planned = new Map<string, number>();
  private readonly reconnect = new Reconnect(() => this.connect(), RECONNECT_MS);
  /** Ends when the lost connection is replaced, or after {@link RECONNECT_GRACE_MS}. */
  private grace = Promise.resolve();
  private endGrace = (): void => undefined;

  private readonly answerTimeoutMs: number;
  private readonly lockTimeoutMs: number | undefined;

  constructor(
    private readonly url: string,
    { answerTimeoutMs = ANSWER_TIMEOUT_MS, lockTimeoutMs }: PipelineLimits = {},
  ) {
    this.answerTimeoutMs = answerTimeoutMs;
    this.lockTimeoutMs = lockTimeoutMs;
  }

  async connect(): Promise<void> {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: this.url,
      pipeline: true,
      stream: () => socket,
      ...NOTICES_LOST_PEERS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: this.answerTimeoutMs * STATEMENT_TIMEOUT_SHARE,
      ...(this.lockTimeoutMs === undefined ? {} : { lock_timeout: this.lockTimeoutMs }),
      query_timeout: this.answerTimeoutMs,
      options: OPTIONS,
    });
    client.on('error', (error) => this.log.warn(`connection lost: ${error.message}`));
    await client.connect();
    client.on('end', () => this.replace());
    this.client = client;
    this.connectedAt = performance.now();
    this.socket = socket;
    this.planned = new Map();
    this.endGrace();
  }

  private replace(): void {
    this.client = null;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.grace = promise;
    this.endGrace = resolve;
    setTimeout(resolve, RECONNECT_GRACE_MS).unref();
    this.reconnect.now();
  }

  /**
   * Runs statements in one transaction, in the scope of the given tenants.
   * @returns the rows of each statement, in order
   * @throws ValuesRefused | TransactionLost | LockedOut | DatabaseUnavailable
   */
  async transact(tenantIds: readonly string[], calls: readonly Call[]): Promise<TextRow[][]> {
    if (this.client === null) await this.grace;
    const { client } = this;
    if (client === null) throw new DatabaseUnavailable('no connection');
    const transaction = new PipelinedTransaction([{ statement: SCOPE, values: [tenantIds.join(',')] }, ...calls]);
    // One write to the socket: PostgreSQL is woken once, and reads the whole transaction.
    this.socket.cork();
    const refusal = this.prepare(client, [SCOPE, ...calls.map(({ statement }) => statement)]);
    client.query(transaction);
    this.socket.uncork();
    try {
      const [, ...rows] = await transaction.answer;
      return rows;
    } catch (failure) {
      // A statement that was not prepared fails because it does not exist: the reason is why it was not.
      const error = (await refusal) ?? failure;
      const classified = classify(error);
      // An error that is not about the values: the senders get no details. A lost connection logs its own error.
      if (
        error instanceof pg.DatabaseError &&
        classified instanceof DatabaseUnavailable &&
        !(classified instanceof LockedOut) &&
        this.refusals.take()
      )
        this.log.warn(`not written (${error.code}): ${error.message}`);
      if (errorCodeOf(error) === READ_ONLY) this.renew(client);
      throw classified;
    }
  }

  /** The session may have begun while the database only read, and would keep that (`renew-read-only.ts`). */
  private renew(client: pg.Client): void {
    if (client === this.client && performance.now() - this.connectedAt >= RENEWED_AFTER_MS) void client.end();
  }

  /**
   * Prepares the statements that the connection has not prepared yet, or whose plan is too old. If PostgreSQL refuses
   * one, the transaction that uses it fails.
   * @returns the error of the first one that PostgreSQL refuses; undefined: it refuses none
   */
  private prepare(client: pg.Client, statements: readonly Statement[]): Promise<unknown> | undefined {
    const { planned } = this;
    const now = performance.now();
    const refusals: Array<Promise<unknown>> = [];
    for (const statement of statements) {
      if (now - (planned.get(statement.name) ?? -Infinity) < PLAN_REUSE_MS) continue;
      planned.set(statement.name, now);
      const { answer } = client.query(new Preparation(statement));
      refusals.push(
        answer.then(
          () => undefined,
          (error: unknown) => {
            planned.delete(statement.name);
            return error;
          },
        ),
      );
    }
    if (refusals.length === 0) return undefined;
    return Promise.all(refusals).then((errors) => errors.find((error) => error !== undefined));
  }

  async close(): Promise<void> {
    this.reconnect.stop();
    this.refusals.close();
    await this.client?.end();
  }
}

function classify(error: unknown): Error {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  const message = messageOf(error);
  if (code.startsWith(ROLLED_BACK)) return new TransactionLost(message);
  if (code === LOCK_NOT_AVAILABLE) return new LockedOut(message);
  return isAboutValues(code) ? new ValuesRefused(message) : new DatabaseUnavailable(message);
}
