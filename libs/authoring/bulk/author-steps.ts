import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { NeedAuthoring } from '#needs';
import { type ItemResult, type Operation, type OperationSteps, type Progress, storeItems } from '#operations';
import { type TenantTransaction, afterCommit } from '#platform/database';
import { JobSender } from '#platform/queue';
import type { Draft } from '../drafts/draft.entity.js';
import { DraftLifecycle } from '../drafts/draft-lifecycle.js';
import { lockUnderWay } from '../drafts/under-way.js';
import { markWaiting } from '../marks/marks.js';
import { PlanLimitReached } from '../metering/metering.errors.js';
import { CourseAvailable } from '../start/author.errors.js';
import { DraftCreation } from '../start/draft-creation.js';
import { WriteDrafts } from '../writers/write-drafts.job.js';
import { type ChosenNeed, type TopicOfNeeds, byTopic, draftsOfOperation, waitingNeeds } from './needs-by-topic.js';
import { UndoDrafts } from './undo-drafts.js';

/** Needs that are read for one step. */
const NEEDS_PER_STEP = 500;

/**
 * The steps that have courses drafted for many needs. A step sends the needs of one topic, so that it never waits for
 * the lock of a topic while it holds that of another one. Refused topics take no step of their own.
 */
@Injectable()
export class AuthorSteps implements OperationSteps {
  constructor(
    private readonly creation: DraftCreation,
    private readonly needs: NeedAuthoring,
    private readonly lifecycle: DraftLifecycle,
    private readonly undoing: UndoDrafts,
    private readonly jobs: JobSender,
  ) {}

  async run(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    const chosen = await waitingNeeds(tx, operation.id, NEEDS_PER_STEP);
    const drafts = await draftsOfOperation(tx, operation.id, chosen);
    const isSent = ({ status, draftId }: ChosenNeed): boolean =>
      status === 'authoring' && draftId !== null && drafts.has(draftId);
    const { topics, refused } = await byTopic(chosen.filter((need) => !isSent(need)));
    const results: ItemResult[] = [
      ...chosen.filter(isSent).map(({ id: needId }) => ({ needId, status: 'done' as const })),
      ...refused.map(({ needId, why }) => ({ needId, status: 'failed' as const, why })),
    ];
    for (const topic of topics) {
      const draft = await this.draftOf(tx, operation, topic);
      results.push(
        ...(typeof draft === 'string' ? failed(topic.needs, draft) : await this.send(tx, topic, draft, operation)),
      );
      if (typeof draft !== 'string') break;
    }
    if (chosen.length === 0) results.push(...(await missing(tx, operation.id)));
    await storeItems(tx, operation.id, results);
    const { length } = results;
    const failures = results.filter(({ status }) => status === 'failed').length;
    return { done: length, failed: failures, finished: length === 0 };
  }

  /** Cancels the drafts that the operation started and that are not ready yet. */
  undo(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    return this.undoing.step(tx, operation);
  }

  /** The draft of the topic that is under way, or a new one; or why there is none, as a code. */
  private async draftOf(
    tx: TenantTransaction,
    { id: operationId, actor, input }: Operation,
    { topicKey, topic, category, needs }: TopicOfNeeds,
  ): Promise<Draft | string> {
    const underWay = await lockUnderWay(tx, topicKey);
    if (underWay !== null) return underWay;
    const force = 'force' in input && input.force === true;
    try {
      return await this.creation.create(tx, { topic, category }, { actor, kind: 'person', operationId }, force);
    } catch (error) {
      // Nothing was written.
      if (error instanceof CourseAvailable) return error.code;
      if (!(error instanceof PlanLimitReached)) throw error;
      await this.needs.noteBlocked(
        tx,
        needs.map(({ id }) => id),
        error.resetsAt,
      );
      await markWaiting(tx, topic, error.resetsAt);
      return error.code;
    }
  }

  private async send(
    tx: TenantTransaction,
    { needs }: TopicOfNeeds,
    draft: Draft,
    { id: operationId, actor }: Operation,
  ): Promise<ItemResult[]> {
    const needIds = needs.map(({ id }) => id);
    await this.lifecycle.reopenWaiting(tx, needs, actor);
    // The draft's job may have sent needs to it since they were read.
    const refusals = (await this.needs.send(tx, needIds, draft, actor, operationId)).filter(
      ({ status }) => status !== 'authoring',
    );
    const refused = new Set(refusals.map(({ id }) => id));
    const { tenantId } = tx;
    afterCommit(tx, () => void this.jobs.send(WriteDrafts, [{ tenantId }]));
    return needs.map(({ id: needId, status: statusBefore }) =>
      refused.has(needId)
        ? { needId, status: 'failed', why: 'illegal_transition' }
        : { needId, status: 'done', statusBefore },
    );
  }
}

function failed(needs: readonly ChosenNeed[], why: string): ItemResult[] {
  return needs.map(({ id: needId }) => ({ needId, status: 'failed', why }));
}

/** Needs of the operation that were deleted meanwhile. */
async function missing(tx: TenantTransaction, operationId: string): Promise<ItemResult[]> {
  const rows = await tx.execute<Array<{ needId: string }>>(
    sql`select need_id as "needId" from operation_item
        where tenant_id = ${tx.tenantId} and operation_id = ${operationId} and status = 'waiting'
          and not exists (select from need where need.tenant_id = operation_item.tenant_id and need.id = need_id)`,
  );
  return rows.map(({ needId }) => ({ needId, status: 'failed', why: 'not_found' }));
}
