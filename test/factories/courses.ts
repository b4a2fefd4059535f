import { expect } from '@jest/globals';
import { CourseCreation } from '#catalog';
import type { Schemas } from '#client';
import { Database } from '#platform/database';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

type CourseFields = Partial<Schemas['CreateCourseBody']>;

/** A course with a quiz, whose texts contain markup that a page or a package must escape. */
export const MARKUP_COURSE = {
  title: 'Lockout & <tagout>\u0001 für Elektriker',
  summary: 'Make it safe.',
  content: '## Steps\n\nStop, **lock**, test.\n\n</script><script>alert(1)</script>',
  quiz: [
    { question: 'Who removes your lock?', options: ['Your supervisor', 'You'], answer: 1, rationale: '</script>You' },
    { question: 'What comes after?', options: ['Test', 'Start'], answer: 0, rationale: 'Test for zero' },
  ],
};

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

/** The courses that the needs of a tenant are recommended once they are matched, by topic. */
export async function recommendedCourses(
  engine: SharedEngine,
  tenant: TestTenant,
): Promise<Record<string, string | null>> {
  await libraryMatched(engine, tenant);
  const { items } = await tenant.api.listNeeds({ query: { limit: 200 } });
  return Object.fromEntries(items.map(({ topic, recommendation }) => [topic, recommendation.courseId]));
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
