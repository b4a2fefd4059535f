import { type TenantTransaction, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import type { OfferBody } from './offer.dto.js';
import type { OfferInput } from './plan-offers.js';
import { findTarget } from './target.js';

/** What a body asks for, by UUID. @throws Invalid naming the field that names nothing, */
export async function readOfferBody(
  tx: TenantTransaction,
  { courseId, target, dueAt }: OfferBody,
): Promise<OfferInput> {
  return {
    courseId: courseId === undefined ? null : await findCourse(tx, courseId),
    target: await findTarget(tx, target),
    dueAt: dueAt === undefined ? null : new Date(dueAt).toISOString(),
  };
}

async function findCourse(tx: TenantTransaction, text: string): Promise<string> {
  const id = ids.parse('crs', text);
  const [row] =
    id === null
      ? []
      : await tx.execute<Array<{ id: string }>>('select id from course where tenant_id = ? and id = ?', [
          tx.tenantId,
          id,
        ]);
  if (row === undefined) throw new Invalid([{ field: 'courseId', message: 'names no course' }]);
  return row.id;
}
