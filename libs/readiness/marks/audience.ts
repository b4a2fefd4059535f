import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyOf, sqlArray } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import type { Audience } from '../rule/facts.js';

/** The roles of the tenant's workers: their spellings by key. */
export async function readRoles(tx: TenantTransaction): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.execute<Array<{ role: string }>>(
    sql`select distinct role from worker where tenant_id = ${tx.tenantId} and role is not null order by role`,
  );
  return Map.groupBy(
    rows.map(({ role }) => role),
    nameKeyOf,
  );
}

/** The audiences of the requirements of a course. @param courseId UUID */
export async function audiencesOfCourse(tx: TenantTransaction, courseId: string): Promise<Audience[]> {
  const rows = await tx.execute<Array<{ audience: Audience }>>(sql`
    select json_strip_nulls(json_build_object('kind', audience_kind, 'id', audience_id, 'roleKey',
          role_key)) as audience
    from requirement where tenant_id = ${tx.tenantId} and course_id = ${courseId}`);
  return rows.map(({ audience }) => audience);
}

/** The condition that a row of `worker` belongs to one of these audiences. */
export async function isInAnyAudience(tx: TenantTransaction, audiences: readonly Audience[]): Promise<SqlFragment> {
  const roles = audiences.some(({ kind }) => kind === 'role') ? await readRoles(tx) : new Map<string, string[]>();
  return anyOf(audiences.map((audience) => isInAudience(tx, audience, roles)));
}

/** @param roles as {@link readRoles} reads them */
function isInAudience(
  tx: TenantTransaction,
  audience: Audience,
  roles: ReadonlyMap<string, readonly string[]>,
): SqlFragment {
  switch (audience.kind) {
    case 'everyone':
      return sql`true`;
    case 'site':
      return sql`worker.site_id = ${audience.id}::uuid`;
    case 'group':
      return sql`worker.id in (
        select worker_id from worker_group_member
        where tenant_id = ${tx.tenantId} and group_id = ${audience.id}::uuid)`;
    case 'role':
      return sql`worker.role = any (${sqlArray(roles.get(audience.roleKey) ?? [])}::text[])`;
  }
}
