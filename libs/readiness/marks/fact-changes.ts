import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DirectoryChange, DirectoryChanges } from '#directory';
import { type NeedChange, NeedChanges } from '#needs';
import { type TenantTransaction, afterCommit } from '#platform/database';
import { JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { markAudiences, markEverybody, markNeeds, markWorkers } from './marks.js';
import type { Audience } from '../rule/facts.js';
import { RecomputeReadiness } from './recompute-readiness.job.js';

/** Marks the workers whom a change of facts affects, in the transaction of the change, and has them computed again. */
@Injectable()
export class FactChanges implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryChanges,
    private readonly needs: NeedChanges,
    private readonly jobs: JobSender,
  ) {}

  onModuleInit(): void {
    this.directory.subscribe((tx, change) => this.afterDirectoryChange(tx, change));
    this.needs.subscribe((tx, change) => this.afterNeedChange(tx, change));
  }

  /** Marks everybody: for a change of the policy. */
  async everybody(tx: TenantTransaction): Promise<void> {
    await tx.flush();
    await markEverybody(tx);
    this.wake(tx);
  }

  /** Marks those whom changed requirements are for, or were. */
  async audiences(tx: TenantTransaction, audiences: readonly Audience[]): Promise<void> {
    await tx.flush();
    await markAudiences(tx, audiences);
    this.wake(tx);
  }

  async workers(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
    await tx.flush();
    await markWorkers(tx, workerIds);
    this.wake(tx);
  }

  private afterDirectoryChange(tx: TenantTransaction, { workerIds, addedIds = [] }: DirectoryChange): Promise<void> {
    return this.workers(tx, [...workerIds, ...addedIds]);
  }

  private async afterNeedChange(tx: TenantTransaction, { needIds, workerIds }: NeedChange): Promise<void> {
    await markNeeds(tx, needIds);
    await this.workers(tx, workerIds);
  }

  private wake(tx: TenantTransaction): void {
    const { tenantId } = tx;
    // Outside of the trace of the change: one job computes what many changes have marked.
    const send = (): Promise<boolean> => this.jobs.send(RecomputeReadiness, [{ tenantId }]);
    afterCommit(tx, () => void continueTrace(undefined, send));
  }
}
