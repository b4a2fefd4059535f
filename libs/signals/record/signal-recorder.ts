import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Pipeline, TransactionLost, ValuesRefused, ids } from '#platform/database';
import type { DataPoint } from '../data-point.js';
import { applySignalMap } from '../map/apply-signal-map.js';
import { SignalMaps } from '../map/signal-maps.js';
import { Wakeups } from '../wake/wakeups.js';
import { dedupeKey } from './dedupe-key.js';
import { GroupCommit } from './group-commit.js';
import { type PendingSignal, RECORD_STATEMENT, recordBatch } from './record-batch.js';

/** What became of a data point: it created a need, or joined an open one. */
export interface Recorded {
  readonly signalId: string;
  readonly deduped: boolean;
}

/**
 * Two batches in flight keep PostgreSQL busy while the next is gathered; more would only make each smaller.
 * The limit of waiting signals is some two seconds of work: a sender that would wait longer is better told to come back.
 */
const GROUP = { lanes: 2, maxBatch: 128, maxWaiting: 20_000 } as const;

/** How often a batch is written again that lost against another transaction: each time it waits for a lock that others held first. */
const RETRIES = 3;

/** Records data points durably: when `record` answers, the signal and its need are committed. */
@Injectable()
export class SignalRecorder implements OnModuleInit, OnApplicationShutdown {
  private readonly pipeline: Pipeline;
  private readonly commits = new GroupCommit<PendingSignal, Recorded>((signals) => this.write(signals), GROUP);

  constructor(
    private readonly maps: SignalMaps,
    private readonly wakeups: Wakeups,
    @Inject(CONFIG) config: Config,
  ) {
    this.pipeline = new Pipeline(config.databaseUrl);
  }

  async onModuleInit(): Promise<void> {
    await this.pipeline.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pipeline.close();
  }

  /**
   * @param raw the event as it was sent: JSON text that PostgreSQL can store
   * @throws ValuesRefused what PostgreSQL will not store (nothing else of the batch is affected)
   * @throws DatabaseUnavailable | QueueFull nothing was recorded; the sender should come back
   */
  record(tenantId: string, point: DataPoint, raw: string): Promise<Recorded> {
    const mapped = applySignalMap(point, this.maps.of(tenantId));
    return this.commits.submit({ tenantId, signalId: ids.next(), dedupeKey: dedupeKey(mapped), point: mapped, raw, receivedAt: new Date() });
  }

  private async write(signals: readonly PendingSignal[], retries = RETRIES): Promise<Array<Recorded | Error>> {
    try {
      return await this.writeTogether(signals);
    } catch (error) {
      // One member that PostgreSQL refuses fails them all: written alone, only the guilty one is refused.
      if (error instanceof ValuesRefused && signals.length > 1) return this.writeAlone(signals);
      if (error instanceof TransactionLost && retries > 0) return this.write(signals, retries - 1);
      throw error;
    }
  }

  private async writeTogether(signals: readonly PendingSignal[]): Promise<Recorded[]> {
    const { tenantIds, values, places } = recordBatch(signals);
    const rows = await this.pipeline.transact<{ position: string; created: boolean }>(tenantIds, RECORD_STATEMENT, values);
    const created = new Set(rows.filter((row) => row.created).map((row) => Number(row.position)));
    this.wakeups.wake(tenantIds);
    return signals.map(({ signalId }, index) => {
      const place = places[index];
      return { signalId, deduped: !(place?.first && created.has(place.position)) };
    });
  }

  /** Each in a transaction of its own, all on their way at once: a hostile body costs its neighbours one round trip. */
  private async writeAlone(signals: readonly PendingSignal[]): Promise<Array<Recorded | Error>> {
    const written = await Promise.all(
      signals.map((signal) => this.write([signal]).catch((error: unknown) => [error instanceof Error ? error : new Error(String(error))])),
    );
    return written.flat();
  }
}
