import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, isoTime } from '#platform/database';
import { instantOf } from '../facts/millis.js';

/** The last change of anybody's readiness until an instant in milliseconds, as ISO 8601; null: there was none. */
export async function readLastChange(tx: TenantTransaction, at: number): Promise<string | null> {
  const instant = instantOf(at);
  const [row] = await tx.execute<Array<{ changedAt: string | null }>>(sql`
    select greatest(
      (select max(valid_from) from readiness_period where tenant_id = ${tx.tenantId} and valid_from <= ${instant}),
      (select max(valid_to) from readiness_period where tenant_id = ${tx.tenantId} and valid_to <= ${instant})
    ) as "changedAt"`);
  return row === undefined || row.changedAt === null ? null : isoTime(row.changedAt);
}
