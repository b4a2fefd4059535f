import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CourseChanges } from '#catalog';
import { type DirectoryChange, DirectoryChanges } from '#directory';
import { MatcherChanges, NeedChanges, type TenantNeedChange } from '#needs';
import { type TenantTransaction, type Transaction, afterCommit } from '#platform/database';
import { JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { markAssigned, markAudiences, markEverybody, markNeeds, markWorkers, markWithReasons } from './marks.js';
import { audiencesOfCourse } from './audience.js';
import type { Audience } from '../rule/facts.js';
import { RecomputeReadiness } from './recompute-readiness.job.js';

/** Marks the workers whom a change of facts affects, in the transaction of the change, and has them computed again. */
@Injectable()
export class FactChanges implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryChanges,
    private readonly needs: NeedChanges,
    private readonly courses: CourseChanges,
    private readonly matcher: MatcherChanges,
    private readonly jobs: JobSender,
  ) {}

  onModuleInit(): void {
    this.directory.subscribe((tx, change) => this.afterDirectoryChange(tx, change));
    this.needs.subscribe((tx, changes) => this.afterNeedChanges(tx, changes));
    this.courses.subscribe((tx, courseId) => this.afterCourseChange(tx, courseId));
    this.matcher.subscribe((tx) => this.afterMatcherChange(tx));
  }

  /** Marks everybody: for a change of the policy. */
  async everybody(tx: TenantTransaction): Promise<void> {
    await tx.flush();
    await markEverybody(tx);
    this.wake(tx);
  }

  /** Marks the workers in the audiences of changed requirements, as they were before and are now. */
  async audiences(tx: TenantTransaction, audiences: readonly Audience[]): Promise<void> {
    await tx.flush();
    await markAudiences(tx, audiences);
    this.wake(tx);
  }

  async workers(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
    await tx.flush();
    await markWorkers(tx, [{ tenantId: tx.tenantId, workerIds }]);
    this.wake(tx);
  }

  private afterDirectoryChange(tx: TenantTransaction, { workerIds, addedIds = [] }: DirectoryChange): Promise<void> {
    return this.workers(tx, [...workerIds, ...addedIds]);
  }

  /** The title of a course is the name of its reasons, and with its topics decides which reasons are one. */
  private async afterCourseChange(tx: TenantTransaction, courseId: string): Promise<void> {
    await markAssigned(tx, courseId);
    await this.audiences(tx, await audiencesOfCourse(tx, courseId));
  }

  /** Another matcher may know a topic by another identity, by which reasons are grouped and found. */
  private async afterMatcherChange(tx: TenantTransaction): Promise<void> {
    await tx.flush();
    await markWithReasons(tx);
    this.wake(tx);
  }

  private async afterNeedChanges(tx: Transaction, changes: readonly TenantNeedChange[]): Promise<void> {
    await tx.flush();
    await markNeeds(
      tx,
      changes.flatMap(({ tenantId, needIds }) => needIds.map((needId) => ({ tenantId, needId }))),
    );
    await markWorkers(tx, changes);
    this.wakeAll(
      tx,
      changes.map(({ tenantId }) => tenantId),
    );
  }

  private wake(tx: TenantTransaction): void {
    this.wakeAll(tx, [tx.tenantId]);
  }

  private wakeAll(tx: Transaction, tenantIds: readonly string[]): void {
    // Outside of the trace of the change: one job computes what many changes have marked.
    const send = (): Promise<boolean> => this.jobs.wake(RecomputeReadiness, tenantIds);
    afterCommit(tx, () => void continueTrace(undefined, send));
  }
}
