import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, byKey, sqlArray } from '#platform/database';
import type { CLOSED_STATUSES } from '../need.js';

/** SQL: when a person last reopened `need`, which had one of these statuses; null: nobody has. */
export function reopenedAt(statuses: ReadonlyArray<(typeof CLOSED_STATUSES)[number]>): SqlFragment {
  return sql`(
  select uuid_time(audit_entry.id)
  from ${byKey('audit_entry', sql`tenant_id = need.tenant_id and subject_id = need.id::text`)}
  where subject_kind = 'need' and action = 'need.reopened' and before ->> 'status' = any (${sqlArray(statuses)}::text[])
    and after ->> 'reason' is null
  order by audit_entry.id desc limit 1)`;
}
