import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import type { FieldError } from '#platform/errors';
import { Pipeline, type TextRow, TransactionLost, ValuesRefused, ids, waitForDatabase } from '#platform/database';
import { inSharedSpan, noteInTrace, tracedContext } from '#platform/telemetry';
import type { DataPoint } from '../data-point.js';
import { SignalMaps } from '../map/signal-maps.js';
import { Wakeups } from '../wake/wakeups.js';
import { contentOf } from './content.js';
import { keyPoint } from './key-point.js';
import { GroupCommit } from './group-commit.js';
import type { SignalOutcome } from './signal-outcome.js';
import type { PendingSignal } from './pending-signal.js';
import { observeBatchSize } from './record.metrics.js';
import { batchTransactions, bulkSteps } from './plan-steps.js';
import type { BatchStep } from './batch-step.js';

/** The tenant whose signals are recorded. */
export interface SignalOwner {
  readonly tenantId: string;
  readonly signalRetentionMonths: number;
}

/** A received data point, with its event as JSON text that is valid for `jsonb`. */
export interface ReceivedPoint {
  readonly point: DataPoint;
  readonly raw: string;
  /** All that the event says: see `eventIdentity`. Default: none. */
  readonly identity?: string;
  readonly warnings?: readonly FieldError[];
  /** When the event was received for the first time, if this is a replay; omitted: now. */
  readonly firstReceivedAt?: Date;
}

/** A recorded signal and its outcome. */
export interface RecordedSignal {
  readonly signalId: string;
  readonly outcome: SignalOutcome;
}

const KIB = 1_024;

/** Minimum weight of a signal in the queues, in bytes: it uses more memory than its text. */
const MIN_WEIGHT = KIB;

/** A signal with a longer text is written like a set: in a batch, it would delay all others. */
const MAX_LENGTH_IN_BATCH = 32 * KIB;

/**
 * Two concurrent batches keep PostgreSQL busy while the next one is collected; more would only make each smaller. The
 * queue is limited, in bytes, to about two seconds of work: a sender that would wait longer should retry. Batches are
 * limited in bytes, too, because large signals of one tenant would delay small ones of others in the same batch.
 */
const GROUP = { lanes: 2, maxBatch: 128, maxBatchWeight: KIB * KIB, maxWaiting: 20_000 * KIB } as const;

/**
 * Sets are written one at a time, of each tenant in turn: most are large, and the single signals of all tenants need
 * the rest of PostgreSQL's capacity. The limit, in bytes, is a few seconds of work.
 */
const SETS = { lanes: 1, maxBatch: 1, maxWaiting: 64 * KIB * KIB } as const;

/** A set of thousands takes longer than a single signal, and its sender waits longer. */
const SET_TIMEOUT_MS = 10_000;

/** Maximum retries of a transaction that lost a deadlock or a conflict with another one. */
const RETRIES = 3;

const UNWRITTEN = 'no statement wrote the signal';

/** Records data points durably: when a call returns, the signals and their needs are committed. */
@Injectable()
export class SignalRecorder implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(SignalRecorder.name);
  private readonly pipeline: Pipeline;
  /** A separate connection for sets that are larger than a batch, so that they do not delay single signals. */
  private readonly setPipeline: Pipeline;
  private readonly commits = new GroupCommit<PendingSignal, RecordedSignal>((signals) => this.write(signals), GROUP);
  private readonly setCommits = new GroupCommit<readonly PendingSignal[], Array<RecordedSignal | Error>>(
    async ([signals = []]) => [await this.writeSet(signals)],
    SETS,
  );

  constructor(
    private readonly maps: SignalMaps,
    private readonly wakeups: Wakeups,
    @Inject(CONFIG) config: Config,
  ) {
    this.pipeline = new Pipeline(config.databaseUrl);
    this.setPipeline = new Pipeline(config.databaseUrl, SET_TIMEOUT_MS);
  }

  async onModuleInit(): Promise<void> {
    await Promise.all(
      [this.pipeline, this.setPipeline].map((pipeline) => waitForDatabase(this.log, () => pipeline.connect())),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.pipeline.close(), this.setPipeline.close()]);
  }

  /**
   * Records one data point, together with others that arrive at the same time.
   * @throws ValuesRefused if PostgreSQL cannot store it (others of the batch are not affected)
   * @throws DatabaseUnavailable | QueueFull nothing was recorded; the sender should retry
   */
  async record(owner: SignalOwner, sent: ReceivedPoint): Promise<RecordedSignal> {
    const signal = this.pending(owner, sent, new Date());
    const place = { key: owner.tenantId, weight: weightOf(signal) };
    if (sent.raw.length <= MAX_LENGTH_IN_BATCH) return this.commits.submit(signal, place);
    const [recorded = new Error(UNWRITTEN)] = await this.setCommits.submit([signal], place);
    if (recorded instanceof Error) throw recorded;
    return recorded;
  }

  /**
   * Records up to thousands of data points in one transaction: all of them, or none.
   * @returns one result for each point, in order; an error is a `ValuesRefused` of that point alone
   * @throws DatabaseUnavailable | QueueFull nothing was recorded; the sender should retry
   */
  recordSet(owner: SignalOwner, points: readonly ReceivedPoint[]): Promise<ReadonlyArray<RecordedSignal | Error>> {
    if (points.length === 0) return Promise.resolve([]);
    const now = new Date();
    const signals = points.map((sent) => this.pending(owner, sent, now));
    const weight = signals.reduce((sum, signal) => sum + weightOf(signal), 0);
    return this.setCommits.submit(signals, { key: owner.tenantId, weight });
  }

  private pending(
    { tenantId, signalRetentionMonths }: SignalOwner,
    { point, raw, identity = '[]', warnings = [], firstReceivedAt }: ReceivedPoint,
    receivedAt: Date,
  ): PendingSignal {
    const decided = keyPoint(point, this.maps.of(tenantId));
    return {
      tenantId,
      signalId: ids.next(),
      ...decided,
      raw,
      content: contentOf(decided.point.topic, identity),
      warnings: warnings.length === 0 ? null : JSON.stringify(warnings),
      receivedAt,
      firstReceivedAt,
      retentionMonths: signalRetentionMonths,
      trace: tracedContext(),
    };
  }

  private write(signals: readonly PendingSignal[]): Promise<Array<RecordedSignal | Error>> {
    const transactions = batchTransactions(signals);
    const [only = [], ...later] = transactions;
    return later.length === 0 ? this.writeTransaction(signals, only) : this.writeTransactions(signals, transactions);
  }

  /**
   * Executes transactions one after the other. After a failure, the remaining ones are not tried, since their responses
   * would be too late.
   */
  private async writeTransactions(
    signals: readonly PendingSignal[],
    transactions: ReadonlyArray<readonly BatchStep[]>,
  ): Promise<Array<RecordedSignal | Error>> {
    const results = new Map<PendingSignal, RecordedSignal | Error>();
    let failure: Error | undefined;
    for (const steps of transactions) {
      const part = steps.flatMap((step) => step.signals);
      const written = failure === undefined ? await this.writeTransaction(part, steps).catch(asError) : failure;
      if (written instanceof Error) failure = written;
      part.forEach((signal, index) =>
        results.set(signal, written instanceof Error ? written : (written[index] ?? new Error(UNWRITTEN))),
      );
    }
    return signals.map((signal) => results.get(signal) ?? new Error(UNWRITTEN));
  }

  private async writeTransaction(
    signals: readonly PendingSignal[],
    steps: readonly BatchStep[],
  ): Promise<Array<RecordedSignal | Error>> {
    try {
      return await this.writeTogether(this.pipeline, signals, steps);
    } catch (error) {
      // A transaction with one signal waits for one lock at a time and holds no other, so that it cannot deadlock.
      if (error instanceof TransactionLost) return this.writeOneByOne(signals);
      // PostgreSQL refused one signal and with it the transaction: written one by one, only that signal is refused.
      if (error instanceof ValuesRefused && signals.length > 1) return this.writeOneByOne(signals);
      throw error;
    }
  }

  private async writeSet(signals: readonly PendingSignal[]): Promise<Array<RecordedSignal | Error>> {
    try {
      return await retryLost(() => this.writeTogether(this.pipelineOf(signals), signals, bulkSteps(signals)));
    } catch (error) {
      if (error instanceof ValuesRefused) return this.writeOneByOne(signals);
      throw error;
    }
  }

  /**
   * A set that is no larger than a batch uses the same connection as batches, where they never wait for each other's
   * locks.
   */
  private pipelineOf(set: readonly PendingSignal[]): Pipeline {
    return set.length > GROUP.maxBatch || set.some(({ raw }) => raw.length > MAX_LENGTH_IN_BATCH)
      ? this.setPipeline
      : this.pipeline;
  }

  private writeTogether(
    pipeline: Pipeline,
    signals: readonly PendingSignal[],
    steps: readonly BatchStep[],
  ): Promise<RecordedSignal[]> {
    return inSharedSpan(
      'record',
      signals.map(({ trace }) => trace),
      () => {
        noteInTrace({ signals: signals.length });
        return this.transact(pipeline, signals, steps);
      },
    );
  }

  private async transact(
    pipeline: Pipeline,
    signals: readonly PendingSignal[],
    steps: readonly BatchStep[],
  ): Promise<RecordedSignal[]> {
    const tenantIds = [...new Set(signals.map(({ tenantId }) => tenantId))];
    const answers = await pipeline.transact(tenantIds, steps);
    observeBatchSize(signals.length);
    this.wakeups.wake(tenantIds);
    return inOrder(signals, steps, answers);
  }

  /** Writes each signal in its own transaction, all pipelined: a refused signal delays the others by one round trip. */
  private async writeOneByOne(signals: readonly PendingSignal[]): Promise<Array<RecordedSignal | Error>> {
    const written = await Promise.all(
      signals.map((signal) => {
        const steps = batchTransactions([signal]).flat();
        return retryLost(() => this.writeTogether(this.pipeline, [signal], steps)).catch((error: unknown) => [
          asError(error),
        ]);
      }),
    );
    return written.flat();
  }
}

function weightOf({ raw }: PendingSignal): number {
  return Math.max(raw.length, MIN_WEIGHT);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function retryLost<Written>(write: () => Promise<Written>, retries = RETRIES): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof TransactionLost && retries > 0) return retryLost(write, retries - 1);
    throw error;
  }
}

/** Reads the results of the statements, and returns one result for each signal, in order. */
function inOrder(
  signals: readonly PendingSignal[],
  steps: readonly BatchStep[],
  answers: ReadonlyArray<readonly TextRow[]>,
): RecordedSignal[] {
  const outcomes = new Map<PendingSignal, SignalOutcome>();
  steps.forEach((step, at) => {
    step.outcomes(answers[at] ?? []).forEach((outcome, index) => {
      const signal = step.signals[index];
      if (signal !== undefined) outcomes.set(signal, outcome);
    });
  });
  return signals.map((signal) => {
    const outcome = outcomes.get(signal);
    if (outcome === undefined) throw new Error(UNWRITTEN);
    return { signalId: signal.signalId, outcome };
  });
}
