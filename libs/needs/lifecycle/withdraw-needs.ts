import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { type Move, movedIds } from './move-needs.js';

/** Reopens needs whose offer no longer applies. @returns the ids of those that were offered */
export async function withdrawNeeds(
  tx: TenantTransaction,
  needIds: readonly string[],
  why: Omit<Move, 'event'>,
): Promise<string[]> {
  const withdrawn = await movedIds(tx, needIds, { ...why, event: 'withdraw' });
  await tx.execute(
    sql`update need set offered_course_id = null, due_on = null, due_at = null
        where tenant_id = ${tx.tenantId} and id = any (${sqlArray(withdrawn)}::uuid[])
          and (offered_course_id is not null or due_on is not null or due_at is not null)`,
  );
  return withdrawn;
}
