import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
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

/** The condition that a row of `worker` belongs to an audience. */
export async function isInAudience(tx: TenantTransaction, audience: Audience): Promise<SqlFragment> {
  switch (audience.kind) {
    case 'everyone':
      return sql`true`;
    case 'site':
      return sql`worker.site_id = ${audience.id}::uuid`;
    case 'group':
      return sql`worker.id in (
        select worker_id from worker_group_member
        where tenant_id = ${tx.tenantId} and group_id = ${audience.id}::uuid)`;
    case 'role': {
      const spellings = (await readRoles(tx)).get(audience.roleKey) ?? [];
      return sql`worker.role = any (${sqlArray(spellings)}::text[])`;
    }
  }
}
