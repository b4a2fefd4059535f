import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import type { FieldError } from '#platform/errors';
import { LockedOut, Pipeline, ValuesRefused, ids, tenantsOf, waitForDatabase } from '#platform/database';
import { tracedContext } from '#platform/telemetry';
import { errorOf } from '#platform/thrown';
import type { DataPoint } from '../data-point.js';
import { SignalMaps } from '../map/signal-maps.js';
import { Wakeups } from '../wake/wakeups.js';
import { contentOf } from './content.js';
import { GroupCommit } from './group-commit.js';
import { keyPoint } from './key-point.js';
import { LockedTenants } from './locked-tenants.js';
import type { PendingSignal } from './pending-signal.js';
import { type RecordedSignal, SignalWriter, WrittenBySignal, type WrittenSignals } from './signal-writer.js';

/** The tenant whose signals are recorded. */
export interface SignalOwner {
  readonly tenantId: string;
  readonly signalRetentionMonths: number;
}

/** A received data point, with its event as JSON text that is valid for `jsonb`. */
export interface ReceivedPoint {
  readonly point: DataPoint;
  readonly raw: string;
  /** What distinguishes the event from others with its key: see `eventIdentity`. Default: nothing. */
  readonly identity?: string;
  readonly warnings?: readonly FieldError[];
  /** When the event was received for the first time, if this is a replay; omitted: now. */
  readonly firstReceivedAt?: Date;
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

/** One at a time: signals that wait for the same locks are written together once they are free. */
const LOCKED_GROUP = { ...GROUP, lanes: 1 } as const;

/**
 * How long batches wait for each lock: longer than short transactions hold one, too short to delay other tenants much.
 */
const LOCK_TIMEOUT_MS = 150;

/** A set of thousands takes longer than a single signal, and its sender waits longer. */
const SET_TIMEOUT_MS = 10_000;

/** Records data points durably: when a call returns, the signals and their needs are committed. */
@Injectable()
export class SignalRecorder implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(SignalRecorder.name);
  private readonly pipeline: Pipeline;
  /** A separate connection for tenants with locked needs, whose signals wait for the locks: those of others do not. */
  private readonly lockedPipeline: Pipeline;
  /** A separate connection for sets that are larger than a batch, so that they do not delay single signals. */
  private readonly setPipeline: Pipeline;
  private readonly writer: SignalWriter;
  private readonly lockedTenants = new LockedTenants();
  private readonly commits = new GroupCommit<PendingSignal, RecordedSignal>((signals) => this.write(signals), GROUP);
  private readonly lockedCommits = new GroupCommit<PendingSignal, RecordedSignal>(
    (signals) => this.writeLocked(signals),
    LOCKED_GROUP,
  );
  private readonly setCommits = new GroupCommit<readonly PendingSignal[], ReadonlyArray<RecordedSignal | Error>>(
    async ([signals = []]) => [await this.writeSet(signals)],
    SETS,
  );

  constructor(
    private readonly maps: SignalMaps,
    wakeups: Wakeups,
    @Inject(CONFIG) config: Config,
  ) {
    this.writer = new SignalWriter(wakeups);
    this.pipeline = new Pipeline(config.databaseUrl, { lockTimeoutMs: LOCK_TIMEOUT_MS });
    this.lockedPipeline = new Pipeline(config.databaseUrl);
    this.setPipeline = new Pipeline(config.databaseUrl, { answerTimeoutMs: SET_TIMEOUT_MS });
  }

  async onModuleInit(): Promise<void> {
    await Promise.all(this.pipelines().map((pipeline) => waitForDatabase(this.log, () => pipeline.connect())));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.pipelines().map((pipeline) => pipeline.close()));
  }

  private pipelines(): Pipeline[] {
    return [this.pipeline, this.lockedPipeline, this.setPipeline];
  }

  /**
   * Records one data point, together with others that arrive at the same time.
   * @throws ValuesRefused if PostgreSQL cannot store it (others of the batch are not affected)
   * @throws DatabaseUnavailable | QueueFull nothing was recorded; the sender should retry
   */
  async record(owner: SignalOwner, sent: ReceivedPoint): Promise<RecordedSignal> {
    const signal = this.pending(owner, sent, new Date());
    if (sent.raw.length <= MAX_LENGTH_IN_BATCH) {
      const isLocked = this.lockedTenants.has(owner.tenantId);
      return (isLocked ? this.lockedCommits : this.commits).submit(signal, placeOf(signal));
    }
    const [recorded = new Error('the signal was not written')] = await this.setCommits.submit(
      [signal],
      placeOf(signal),
    );
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

  private write(signals: readonly PendingSignal[]): Promise<WrittenSignals> {
    return this.writer.write(signals, {
      pipeline: this.pipeline,
      lockedOut: (lockedOut) => this.writeLockedOut(lockedOut),
    });
  }

  /**
   * Writes signals that a lock kept from being written, those of each tenant apart. The tenant that is locked out once
   * more is the one whose needs are locked: the connection that waits for locks writes its signals, and its next ones.
   */
  private async writeLockedOut(signals: readonly PendingSignal[]): Promise<WrittenSignals> {
    const parts = [...Map.groupBy(signals, ({ tenantId }) => tenantId).values()];
    if (parts.length === 1) {
      this.lockedTenants.add(tenantsOf(signals));
      return signals.map((signal) => this.lockedCommits.submit(signal, placeOf(signal)).catch(errorOf));
    }
    const results = new WrittenBySignal();
    await Promise.all(parts.map(async (part) => results.add(part, await this.write(part).catch(errorOf))));
    return results.of(signals);
  }

  private async writeLocked(signals: readonly PendingSignal[]): Promise<WrittenSignals> {
    try {
      return await this.writer.write(signals, { pipeline: this.lockedPipeline });
    } catch (error) {
      this.lockedTenants.add(tenantsOf(signals));
      throw error;
    }
  }

  private async writeSet(signals: readonly PendingSignal[]): Promise<ReadonlyArray<RecordedSignal | Error>> {
    try {
      return await this.writeWhole(signals);
    } catch (error) {
      if (error instanceof ValuesRefused) return this.writer.writeOneByOne(signals, this.pipeline);
      throw error;
    }
  }

  /** A set that is locked out of the connection of batches waits for its locks on that of sets. */
  private async writeWhole(signals: readonly PendingSignal[]): Promise<ReadonlyArray<RecordedSignal>> {
    const pipeline = this.pipelineOf(signals);
    try {
      return await this.writer.writeSet(signals, pipeline);
    } catch (error) {
      if (!(error instanceof LockedOut) || pipeline === this.setPipeline) throw error;
      return this.writer.writeSet(signals, this.setPipeline);
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
}

/** The place of a signal in a queue. */
function placeOf(signal: PendingSignal): { readonly key: string; readonly weight: number } {
  return { key: signal.tenantId, weight: weightOf(signal) };
}

function weightOf({ raw }: PendingSignal): number {
  return Math.max(raw.length, MIN_WEIGHT);
}
