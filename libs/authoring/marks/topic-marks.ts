import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NeedChanges, type TenantNeedChange } from '#needs';
import { type TenantTransaction, type Transaction, afterCommit, asOneOf } from '#platform/database';
import { JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { AutoAuthorSwitch, SignalMapChanges } from '#signals';
import { ConsiderTopics } from './consider-topics.job.js';
import { markAllTopics, markTopicsOf } from './marks.js';

/** After this time every process knows that a tenant has turned auto-author on, and marks the topics of its needs. */
const KNOWN_EVERYWHERE_SECONDS = 60;

/** Marks topics that may be drafted by themselves, in the transaction of the change, and has them considered. */
@Injectable()
export class TopicMarks implements OnModuleInit {
  constructor(
    private readonly needs: NeedChanges,
    private readonly signalMap: SignalMapChanges,
    private readonly autoAuthor: AutoAuthorSwitch,
    private readonly jobs: JobSender,
  ) {}

  onModuleInit(): void {
    this.needs.subscribe((tx, changes) => this.afterNeedChanges(tx, changes));
    this.signalMap.subscribe((tx) => this.afterSettingsChange(tx));
  }

  private async afterNeedChanges(tx: Transaction, changes: readonly TenantNeedChange[]): Promise<void> {
    for (const { tenantId, needIds } of changes) {
      if (needIds.length === 0 || !this.autoAuthor.isOn(tenantId)) continue;
      await tx.flush();
      await asOneOf(tx, tenantId, async (tenantTx) => {
        if (await markTopicsOf(tenantTx, needIds)) this.wake(tenantTx);
      });
    }
  }

  /** All needs that are open already: now, and once more when no process can have missed that it was turned on. */
  private async afterSettingsChange(tx: TenantTransaction): Promise<void> {
    await markAllTopics(tx, 0);
    await markAllTopics(tx, KNOWN_EVERYWHERE_SECONDS);
    this.wake(tx);
  }

  private wake(tx: TenantTransaction): void {
    const { tenantId } = tx;
    // Outside of the trace of the change: one job considers what many changes have marked.
    const send = (): Promise<boolean> => this.jobs.send(ConsiderTopics, [{ tenantId }]);
    afterCommit(tx, () => void continueTrace(undefined, send));
  }
}
