import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, byKey } from '#platform/database';
import { isStanding } from '../lifecycle/earlier-offers.js';

/**
 * The needs of offers that assigned nobody for which somebody has the course already: by the need, by another one of its
 * gap, or by any other if the need reaches them.
 * @returns their ids
 */
export async function standingOffers(
  tx: TenantTransaction,
  offers: ReadonlyArray<{ readonly needId: string; readonly courseId: string }>,
): Promise<ReadonlySet<string>> {
  if (offers.length === 0) return new Set();
  const given = JSON.stringify(offers.map(({ needId, courseId }) => ({ needId, courseId })));
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select distinct own.id from jsonb_to_recordset(${given}::jsonb) as given ("needId" uuid, "courseId" uuid)
      cross join lateral (
        select tenant_id, id, gap_key, apart from need
        where tenant_id = ${anyTenant(tx.tenantId)} and id = given."needId" offset 0
      ) as own
      cross join lateral (
        select * from ${byKey('need', sql`tenant_id = own.tenant_id and id = own.id`)}
        union all
        select * from ${byKey('need', sql`tenant_id = own.tenant_id and gap_key = own.gap_key and closed_at is null`)}
        where id <> own.id and not apart and not own.apart
      ) as need
    where ${isStanding(sql`given."courseId"`)}`);
  return new Set(rows.map(({ id }) => id));
}
