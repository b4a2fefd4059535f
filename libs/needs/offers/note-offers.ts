import type { TenantTransaction } from '#platform/database';
import type { PlannedOffer } from './fates.js';

/** Keeps with each need what was offered for it last: by the course a completion knows what it answers. */
export async function noteOffers(tx: TenantTransaction, offers: readonly PlannedOffer[]): Promise<void> {
  await tx.execute(
    `update need set offered_course_id = given."courseId", due_at = given."dueAt"
     from jsonb_to_recordset(?::jsonb) as given ("needId" uuid, "courseId" uuid, "dueAt" timestamptz) where need.tenant_id = ? and need.id = given."needId"`,
    [JSON.stringify(offers.map(({ needId, courseId, dueAt }) => ({ needId, courseId, dueAt }))), tx.tenantId],
  );
}
