import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { siteIdNamed } from '#directory';
import { Database, type SqlFragment, type TenantTransaction, ids, joinSql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { containing, nameKeyOf } from '#platform/text';
import type { RequirementsQuery } from './requirement.dto.js';
import {
  type RequirementPage,
  type RequirementRow,
  type RequirementView,
  SELECT_REQUIREMENTS,
  requirementView,
} from './requirement.view.js';

/** Lists and reads requirements. */
@Injectable()
export class RequirementReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(query: RequirementsQuery): Promise<RequirementPage> {
    return this.database.inTenant(async (tx) => {
      const rows = await tx.execute<RequirementRow[]>(sql`
        ${SELECT_REQUIREMENTS} where ${joinSql(conditionsOf(tx.tenantId, query), ' and ')}
        order by requirement.id desc limit ${query.limit + 1}`);
      return pageOf(rows, query.limit, requirementView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<RequirementView> {
    return this.database.inTenant((tx) => readRequirement(tx, id));
  }
}

/** @throws NotFound */
export async function readRequirement(tx: TenantTransaction, id: string): Promise<RequirementView> {
  const [row] = await tx.execute<RequirementRow[]>(
    sql`${SELECT_REQUIREMENTS} where requirement.tenant_id = ${tx.tenantId} and requirement.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('requirement');
  return requirementView(row);
}

function conditionsOf(tenantId: string, query: RequirementsQuery): SqlFragment[] {
  const { cursor, appliesTo, site, group, role, credential, courseId, q } = query;
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  const conditions = [sql`requirement.tenant_id = ${tenantId}`];
  if (before !== null) conditions.push(sql`requirement.id < ${before}::uuid`);
  if (appliesTo !== undefined) conditions.push(sql`audience_kind = ${appliesTo}`);
  if (site !== undefined) conditions.push(sql`site.id = ${siteIdNamed(tenantId, site)}`);
  if (group !== undefined) conditions.push(sql`worker_group.name_key = ${nameKeyOf(group)}`);
  if (role !== undefined) conditions.push(sql`role_key = ${nameKeyOf(role)}`);
  if (credential !== undefined) conditions.push(sql`credential_key = ${nameKeyOf(credential)}`);
  if (courseId !== undefined) conditions.push(sql`course_id = ${ids.parse('crs', courseId)}::uuid`);
  if (q !== undefined) {
    const pattern = containing(q);
    conditions.push(sql`(credential ilike ${pattern} or course.title ilike ${pattern}
        or requirement.role ilike ${pattern}
      or site.name ilike ${pattern} or worker_group.name ilike ${pattern})`);
  }
  return conditions;
}
