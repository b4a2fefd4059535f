import type { EntityClass } from '@mikro-orm/core';
import { Course } from '#catalog';
import { Site, Worker, WorkerGroup } from '#directory';
import { type TenantTransaction, ids } from '#platform/database';
import type { Target } from './target.js';

/** A target as the history shows it: with its name, as it is now. */
export async function namedTarget(tx: TenantTransaction, target: Target): Promise<Target & { readonly name?: string }> {
  if (target.kind === 'own' || target.kind === 'everyone' || target.kind === 'workers') return target;
  const entity: EntityClass<Site | Worker | WorkerGroup> = { worker: Worker, group: WorkerGroup, site: Site }[
    target.kind
  ];
  const found = await tx.findOne(entity, { id: target.id }, { fields: ['name'] });
  return found === null ? target : { ...target, name: found.name };
}

/** A course as the history shows it. */
export interface NamedCourse {
  readonly courseId: string;
  readonly course: string | null;
}

/** Courses with their public ids and titles. @param courseIds UUIDs @returns by UUID */
export async function namedCourses(
  tx: TenantTransaction,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, NamedCourse>> {
  const distinct = [...new Set(courseIds)];
  const courses = await tx.find(Course, { id: { $in: distinct } }, { fields: ['id', 'title'] });
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  return new Map(distinct.map((id) => [id, { courseId: ids.show('crs', id), course: titles.get(id) ?? null }]));
}
