import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import type { MemberUser } from '../access/member.js';
import { actorOf } from './user.entity.js';

/**
 * The actors under which records name what a user has done: one for each e-mail address, the current one and those that
 * the user had before, which the audit log has; and those of the tokens that the user has created, also by such a
 * token.
 */
export async function actorsOfUser(tx: TenantTransaction, { id, email }: MemberUser): Promise<string[]> {
  const before = await tx.execute<Array<{ email: string }>>(sql`
    select before ->> 'email' as email from audit_entry
    where tenant_id = ${tx.tenantId} and subject_kind = 'user' and subject_id = ${id} and action = 'user.changed'
      and before ->> 'email' is not null`);
  const own = [email, ...before.map((row) => row.email)].map((address) => actorOf({ email: address }));
  const rows = await tx.execute<Array<{ actor: string }>>(sql`
    with recursive known (actor) as (
      select unnest(${sqlArray(own)}::text[])
      union
      select 'token:' || token.name from api_token token join known on known.actor = token.created_by
      where token.tenant_id = ${tx.tenantId}
    )
    select actor from known`);
  return rows.map(({ actor }) => actor);
}
