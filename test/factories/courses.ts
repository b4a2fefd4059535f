import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

type CourseFields = Partial<Schemas['CreateCourseBody']>;

export function draftCourse(tenant: TestTenant, fields: CourseFields = {}): Promise<Schemas['CourseView']> {
  return tenant.api.createCourse({ body: { title: 'Manual Handling', ...fields } });
}

export async function publishedCourse(tenant: TestTenant, fields: CourseFields = {}): Promise<Schemas['CourseView']> {
  const { id } = await draftCourse(tenant, fields);
  return tenant.api.publishCourse({ path: { id } });
}
