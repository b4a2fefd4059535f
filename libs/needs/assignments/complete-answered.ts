import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { moveNeeds } from '../lifecycle/move-needs.js';

/**
 * Needs of which at least one person has answered what they ask for: completes those of which all have, and begins the
 * others. One that reaches nobody in the directory is completed once all are done to whom it was assigned.
 */
export async function completeAnswered(
  tx: TenantTransaction,
  needIds: readonly string[],
  actor: string,
): Promise<void> {
  if (needIds.length === 0) return;
  const rows = await tx.execute<Array<{ id: string; isAnswered: boolean }>>(answeredStatement(tx.tenantId, needIds));
  const answered = rows.flatMap(({ id, isAnswered }) => (isAnswered ? [id] : []));
  const begun = rows.flatMap(({ id, isAnswered }) => (isAnswered ? [] : [id]));
  if (answered.length > 0) await moveNeeds(tx, answered, { actor, event: 'complete', reason: 'answered' });
  if (begun.length > 0) await moveNeeds(tx, begun, { actor, event: 'start' });
}

/**
 * Of those in progress nothing is said but their end. The index of unanswered people makes it one look at each, however
 * many a need reaches.
 */
function answeredStatement(tenantId: string, needIds: readonly string[]): SqlFragment {
  return sql`
  select id, is_answered as "isAnswered" from need, lateral (
    select not exists (
      select from need_person unanswered where unanswered.tenant_id = need.tenant_id and unanswered.need_id = need.id and answered_at is null
    ) and (exists (
      select from need_person person where person.tenant_id = need.tenant_id and person.need_id = need.id
    ) or not exists (
      select from assignment waiting where waiting.tenant_id = need.tenant_id and waiting.need_id = need.id and waiting.status = 'assigned'
    )) as is_answered
  ) as answers
  where tenant_id = ${tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and closed_at is null and (is_answered or status = 'offered')`;
}
