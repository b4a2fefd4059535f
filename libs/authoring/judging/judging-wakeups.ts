import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { askForJudgement, catalogVersion } from '#catalog';
import { NeedChanges, type TenantNeedChange } from '#needs';
import { type TenantTransaction, type Transaction, afterCommit, asOneOf, sqlArray } from '#platform/database';
import { JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { JudgeTopics } from './judge-topics.job.js';
import { TOPIC_JUDGE, type TopicJudge } from './topic-judge.js';

/**
 * Requests a judgement for topics of needs that no course answers, in the transaction that resolves the needs, so that
 * none is lost. Without a model it does nothing.
 */
@Injectable()
export class JudgingWakeups implements OnModuleInit {
  constructor(
    private readonly needs: NeedChanges,
    private readonly jobs: JobSender,
    @Inject(TOPIC_JUDGE) private readonly judge: TopicJudge | null,
  ) {}

  onModuleInit(): void {
    if (this.judge !== null) this.needs.subscribe((tx, changes) => this.afterNeedChanges(tx, changes));
  }

  private async afterNeedChanges(tx: Transaction, changes: readonly TenantNeedChange[]): Promise<void> {
    for (const { tenantId, needIds } of changes) {
      if (needIds.length === 0) continue;
      await tx.flush();
      await asOneOf(tx, tenantId, async (tenantTx) => {
        const topics = await heldBackTopics(tenantTx, needIds);
        if (topics.length > 0 && (await askForJudgement(tenantTx, topics, await catalogVersion(tenantTx))))
          this.wake(tenantTx);
      });
    }
  }

  private wake(tx: TenantTransaction): void {
    const { tenantId } = tx;
    // Outside of the trace of the change: one job judges what many changes have asked about.
    const send = (): Promise<boolean> => this.jobs.send(JudgeTopics, [{ tenantId }]);
    afterCommit(tx, () => void continueTrace(undefined, send));
  }
}

/** The topics of those of these needs that no course answers. */
async function heldBackTopics(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<Array<{ topic: string }>>(sql`
    select distinct topic from need
    where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
      and status = 'open' and recommendation = 'author_one' and topic is not null`);
  return rows.map(({ topic }) => topic);
}
