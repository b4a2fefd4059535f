import { LockedOut, type Pipeline, type TextRow, TransactionLost, ValuesRefused, tenantsOf } from '#platform/database';
import { inSharedSpan, noteInTrace } from '#platform/telemetry';
import { errorOf } from '#platform/thrown';
import type { Wakeups } from '../wake/wakeups.js';
import type { BatchStep } from './batch-step.js';
import type { Written } from './group-commit.js';
import type { PendingSignal } from './pending-signal.js';
import { batchTransactions, bulkSteps } from './plan-steps.js';
import { observeBatchSize } from './record.metrics.js';
import type { SignalOutcome } from './signal-outcome.js';

/** A recorded signal and its outcome. */
export interface RecordedSignal {
  readonly signalId: string;
  readonly outcome: SignalOutcome;
}

/** The results of signals, in order. */
export type WrittenSignals = ReadonlyArray<Written<RecordedSignal>>;

/** How a batch is written. */
interface Way {
  readonly pipeline: Pipeline;
  /** Writes signals that were locked out of the pipeline; omitted: they fail. */
  readonly lockedOut?: (signals: readonly PendingSignal[]) => Promise<WrittenSignals>;
}

/** Maximum retries of a transaction that lost a deadlock or a conflict with another one. */
const RETRIES = 3;

/** Writes signals in transactions of a pipeline, and wakes the work on their needs. */
export class SignalWriter {
  constructor(private readonly wakeups: Wakeups) {}

  /** Writes a batch. @throws DatabaseUnavailable nothing was written */
  write(signals: readonly PendingSignal[], way: Way): Promise<WrittenSignals> {
    const transactions = batchTransactions(signals);
    const [only = [], ...later] = transactions;
    return later.length === 0
      ? this.writeTransaction(signals, only, way)
      : this.writeTransactions(signals, transactions, way);
  }

  /** Writes up to thousands of signals in one transaction. @throws ValuesRefused | LockedOut | DatabaseUnavailable */
  writeSet(signals: readonly PendingSignal[], pipeline: Pipeline): Promise<RecordedSignal[]> {
    return retryLost(() => this.writeTogether(signals, bulkSteps(signals), pipeline));
  }

  /** Writes each signal in its own transaction, all pipelined: a refused signal delays the others by one round trip. */
  async writeOneByOne(
    signals: readonly PendingSignal[],
    pipeline: Pipeline,
  ): Promise<ReadonlyArray<RecordedSignal | Error>> {
    const written = await Promise.all(
      signals.map((signal) => {
        const steps = batchTransactions([signal]).flat();
        return retryLost(() => this.writeTogether([signal], steps, pipeline)).catch((error: unknown) => [
          errorOf(error),
        ]);
      }),
    );
    return written.flat();
  }

  /**
   * Executes transactions one after the other. After a failure, the remaining ones are not tried, since their responses
   * would be too late.
   */
  private async writeTransactions(
    signals: readonly PendingSignal[],
    transactions: ReadonlyArray<readonly BatchStep[]>,
    way: Way,
  ): Promise<WrittenSignals> {
    const results = new WrittenBySignal();
    let failure: Error | undefined;
    for (const steps of transactions) {
      const part = steps.flatMap((step) => step.signals);
      const written = failure ?? (await this.writeTransaction(part, steps, way).catch(errorOf));
      if (written instanceof Error) failure = written;
      results.add(part, written);
    }
    return results.of(signals);
  }

  private async writeTransaction(
    signals: readonly PendingSignal[],
    steps: readonly BatchStep[],
    { pipeline, lockedOut }: Way,
  ): Promise<WrittenSignals> {
    try {
      return await this.writeTogether(signals, steps, pipeline);
    } catch (error) {
      if (error instanceof LockedOut && lockedOut !== undefined) return lockedOut(signals);
      // A transaction with one signal waits for one lock at a time and holds no other, so that it cannot deadlock.
      if (error instanceof TransactionLost) return this.writeOneByOne(signals, pipeline);
      // PostgreSQL refused one signal and with it the transaction: written one by one, only that signal is refused.
      if (error instanceof ValuesRefused && signals.length > 1) return this.writeOneByOne(signals, pipeline);
      throw error;
    }
  }

  private writeTogether(
    signals: readonly PendingSignal[],
    steps: readonly BatchStep[],
    pipeline: Pipeline,
  ): Promise<RecordedSignal[]> {
    return inSharedSpan(
      'record',
      signals.map(({ trace }) => trace),
      () => {
        noteInTrace({ signals: signals.length });
        return this.transact(signals, steps, pipeline);
      },
    );
  }

  private async transact(
    signals: readonly PendingSignal[],
    steps: readonly BatchStep[],
    pipeline: Pipeline,
  ): Promise<RecordedSignal[]> {
    const tenantIds = tenantsOf(signals);
    const answers = await pipeline.transact(tenantIds, steps);
    observeBatchSize(signals.length);
    this.wakeups.wake(tenantIds);
    return inOrder(signals, steps, answers);
  }
}

const UNWRITTEN = 'no statement wrote the signal';

/** The results of the parts of a batch. */
export class WrittenBySignal {
  private readonly results = new Map<PendingSignal, Written<RecordedSignal>>();

  add(part: readonly PendingSignal[], written: WrittenSignals | Error): void {
    part.forEach((signal, index) =>
      this.results.set(signal, written instanceof Error ? written : (written[index] ?? new Error(UNWRITTEN))),
    );
  }

  of(signals: readonly PendingSignal[]): WrittenSignals {
    return signals.map((signal) => this.results.get(signal) ?? new Error(UNWRITTEN));
  }
}

async function retryLost<Result>(write: () => Promise<Result>, retries = RETRIES): Promise<Result> {
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
