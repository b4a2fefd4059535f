import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { movedIds } from '../lifecycle/move-needs.js';

/**
 * SQL: somebody has answered `need`, or completed an assignment that was made for it. One for which an offer counted
 * only people whom it does not reach has not begun.
 */
export const HAS_BEGUN = sql`(exists (
  select from need_person begun where begun.tenant_id = need.tenant_id and begun.need_id = need.id
    and begun.answered_at is not null
) or exists (
  select from assignment done where done.tenant_id = need.tenant_id and done.need_id = need.id
    and done.status = 'completed'
))`;

/**
 * Processes needs that a completion has closed for at least one person: completes those that are closed for all, and
 * starts the others. A need without people in the directory is completed when all of its assignments are.
 * @returns the ids of the moved needs
 */
export async function completeAnswered(
  tx: TenantTransaction,
  needIds: readonly string[],
  actor: string,
): Promise<string[]> {
  if (needIds.length === 0) return [];
  const rows = await tx.execute<Array<{ id: string; isAnswered: boolean }>>(answeredStatement(tx.tenantId, needIds));
  const answered = rows.flatMap(({ id, isAnswered }) => (isAnswered ? [id] : []));
  const begun = rows.flatMap(({ id, isAnswered }) => (isAnswered ? [] : [id]));
  return [
    ...(await movedIds(tx, answered, { actor, event: 'complete', reason: 'answered' })),
    ...(await movedIds(tx, begun, { actor, event: 'start' })),
  ];
}

/**
 * A need in progress gets no further audit entry before its end. The index of open shares makes this one look-up for
 * each need, however many people it reaches.
 */
function answeredStatement(tenantId: string, needIds: readonly string[]): SqlFragment {
  return sql`
  select id, is_answered as "isAnswered" from need, lateral (
    select not exists (
      select from need_person unanswered where unanswered.tenant_id = need.tenant_id and unanswered.need_id = need.id
        and answered_at is null
    ) and (exists (
      select from need_person person where person.tenant_id = need.tenant_id and person.need_id = need.id
    ) or not exists (
      select from assignment waiting where waiting.tenant_id = need.tenant_id and waiting.need_id = need.id
        and waiting.status = 'assigned'
    )) as is_answered
  ) as answers
  where tenant_id = ${tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and closed_at is null
    and (is_answered or status = 'offered' and ${HAS_BEGUN})`;
}
