import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, ids, sqlArray } from '#platform/database';

/**
 * How many people of each need have completed what it asks for, or hold it already; needs without any are left out.
 * @param needIds UUIDs
 * @returns by the id (`need_…`)
 */
export async function answeredOf(
  tx: TenantTransaction,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (needIds.length === 0) return new Map();
  const rows = await tx.execute<Array<{ id: string; people: number }>>(sql`
    select given.id, counted.people from unnest(${sqlArray(needIds)}::uuid[]) as given (id) cross join lateral (
      select count(*)::integer as people from need_person
      where need_person.tenant_id = ${anyTenant(tx.tenantId)} and need_person.need_id = given.id
        and answered_at is not null offset 0
    ) as counted where counted.people > 0`);
  return new Map(rows.map(({ id, people }) => [ids.show('need', id), people]));
}
