import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import type { MemberUser } from '../access/member.js';
import { actorOf } from './user.entity.js';

/**
 * The actors under which records name a user: one for each e-mail address, the current one and those that the user had
 * before, which the audit log has.
 */
export async function actorsOfUser(tx: TenantTransaction, { id, email }: MemberUser): Promise<string[]> {
  const rows = await tx.execute<Array<{ email: string }>>(sql`
    select before ->> 'email' as email from audit_entry
    where tenant_id = ${tx.tenantId} and subject_kind = 'user' and subject_id = ${id} and action = 'user.changed'
      and before ->> 'email' is not null`);
  return [...new Set([email, ...rows.map((row) => row.email)])].map((address) => actorOf({ email: address }));
}
