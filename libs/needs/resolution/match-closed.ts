import { sql } from '@mikro-orm/postgresql';
import type { TopicMatcher } from '#catalog';
import { findWorkers } from '#directory';
import { type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { keepEvents } from '../events/keep-events.js';
import { type Recommendation, recommend } from './recommend.js';

interface UnmatchedNeed {
  readonly id: string;
  readonly topic: string | null;
  readonly category: string | null;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
  readonly learnerId: string | null;
}

/**
 * Matches needs that were closed before they were resolved, because the inbox shows the worker and the recommendation
 * of closed needs, too. Stores their event `need.created`, which webhooks have not received yet. The needs reach nobody
 * any more.
 * @param needIds UUIDs; those that have been matched stay as they are
 */
export async function matchClosed(
  tx: TenantTransaction,
  needIds: readonly string[],
  matcherOf: () => Promise<TopicMatcher>,
): Promise<void> {
  if (needIds.length === 0) return;
  const needs = await tx.execute<UnmatchedNeed[]>(sql`
    select id, topic, category, external_worker_id as "externalWorkerId", email, learner_id as "learnerId" from need
    where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and closed_at is not null
      and recommendation = 'pending'`);
  if (needs.length === 0) return;
  const workerIds = await findWorkers(tx, needs);
  const matcher = await matcherOf();
  const matched: Array<Recommendation & { readonly id: string; readonly workerId: string | null }> = [];
  for (const [index, { id, topic, category }] of needs.entries()) {
    matched.push({ id, workerId: workerIds[index] ?? null, ...recommend(topic, category, matcher) });
    if (mustYield()) await yieldToEventLoop();
  }
  await tx.execute(sql`
    update need set worker_id = result."workerId", worker_site_id = worker.site_id,
      recommendation = result.recommendation, course_id = result."courseId", score = result.score,
      evidence = result.evidence, resolved_at = now()
    from jsonb_to_recordset(${JSON.stringify(matched)}::jsonb) as result (id uuid, "workerId" uuid, recommendation text,
        "courseId" uuid, score real, evidence jsonb)
      left join worker on worker.tenant_id = ${anyTenant(tx.tenantId)} and worker.id = result."workerId"
    where need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = result.id`);
  const { tenantId } = tx;
  await keepEvents(
    tx,
    matched.map(({ id: subjectId }) => ({ tenantId, type: 'need.created', subjectId })),
  );
}
