import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, byKey, sqlArray } from '#platform/database';

/** Why a draft that has ended without a course gives its needs back: the reasons in the audit log. */
const RETURNED = ['draft_failed', 'draft_cancelled'];

/**
 * Those of the needs that a draft has given back, and that nothing has moved since.
 * @param sentSince when the operation began that sent them to the draft: somebody may have sent them to a draft later
 * @returns UUIDs
 */
export async function returnedNeeds(
  tx: TenantTransaction,
  needIds: readonly string[],
  sentSince: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select need.id from need cross join lateral (
      select count(*) filter (where action = 'need.sent_to_authoring') as sendings,
        (array_agg(after ->> 'reason' order by audit_entry.id desc))[1] as reason
      from ${byKey('audit_entry', sql`tenant_id = need.tenant_id and subject_id = need.id::text`)}
      where subject_kind = 'need' and after ->> 'status' is not null
        and audit_entry.id >= uuid_floor(${sentSince.toISOString()}::timestamptz)
    ) as moves
    where need.tenant_id = ${tx.tenantId} and need.id = any (${sqlArray(needIds)}::uuid[]) and need.status = 'open'
      and moves.sendings = 1 and moves.reason = any (${sqlArray(RETURNED)}::text[])`);
  return new Set(rows.map(({ id }) => id));
}
