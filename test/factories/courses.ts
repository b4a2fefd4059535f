import { expect } from '@jest/globals';
import { CourseCreation } from '#catalog';
import type { Schemas } from '#client';
import { Database } from '#platform/database';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

type CourseFields = Partial<Schemas['CreateCourseBody']>;

export function draftCourse(tenant: TestTenant, fields: CourseFields = {}): Promise<Schemas['CourseView']> {
  return tenant.api.createCourse({ body: { title: 'Manual Handling', ...fields } });
}

export async function publishedCourse(tenant: TestTenant, fields: CourseFields = {}): Promise<Schemas['CourseView']> {
  const { id } = await draftCourse(tenant, fields);
  return tenant.api.publishCourse({ path: { id } });
}

/** Creates courses in one transaction, published or not. */
export async function createCourses(
  { app }: SharedEngine,
  tenant: TestTenant,
  courses: Parameters<CourseCreation['createCourses']>[1],
): Promise<void> {
  const creation = app.get(CourseCreation, { strict: false });
  await app.get(Database).asTenant(tenant.id, (tx) => creation.createCourses(tx, courses));
}

/** The version of the tenant's published library; 0 before its first change. */
export async function libraryVersion({ database }: SharedEngine, tenant: TestTenant): Promise<number> {
  const [row] = await database.query<{ version: number }>(
    'select version::int from catalog_version where tenant_id = $1',
    [tenant.id],
  );
  return row?.version ?? 0;
}

/** Waits until the needs of a tenant are matched with its library as it is, and none waits for its resolution. */
export function libraryMatched({ database }: SharedEngine, tenant: TestTenant): Promise<void> {
  return eventually(async () => {
    const [row] = await database.query(
      `select coalesce((select version from catalog_version where tenant_id = $1), 0)
           = coalesce((select version from matched_library where tenant_id = $1), 0) as matched,
         (select count(*)::int from need where tenant_id = $1 and unresolved_since is not null) as unresolved`,
      [tenant.id],
    );
    expect(row).toEqual({ matched: true, unresolved: 0 });
  });
}
