import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';
import { eventually } from '../harness/eventually.js';
import { operationIs } from './operations.js';
import { publishedCourse } from './courses.js';

type Body = Schemas['OfferMissingBody'];
type Result = Schemas['OfferMissingResult'];

export function previewMissing(tenant: TestTenant, body: Body): Promise<Result> {
  return tenant.api.startOfferMissing({ body: { ...body, dryRun: true } });
}

/** Waits until the board lists the given number of people. */
export async function boardLists(tenant: TestTenant, total: number): Promise<void> {
  await eventually(async () => expect((await tenant.admin('GET', '/readiness')).body).toMatchObject({ total }));
}

/** Offers the missing training, and waits until the operation is complete. @returns the id of the operation */
export async function offerMissing(tenant: TestTenant, body: Body): Promise<string> {
  const { status, body: started } = await tenant.admin<Result>('POST', '/readiness/offer-missing', body);
  expect({ status, of: started.status }).toEqual({ status: 202, of: 'queued' });
  await operationIs(tenant, started.operationId ?? '', { kind: 'offer_missing', status: 'done', failed: 0 });
  return started.operationId ?? '';
}

/** The open assignments, `Ada: Manual Handling for need_…, due 2027-01-31`, in this order. */
export async function assignedTo(tenant: TestTenant): Promise<string[]> {
  const { items } = await tenant.api.listAssignments({ query: { status: ['assigned'] } });
  return items
    .map(
      ({ worker, course, needId, dueAt }) => `${worker.name}: ${course.title} for ${needId}, due ${dueAt.slice(0, 10)}`,
    )
    .toSorted();
}

/** Publishes courses of these titles. @returns their ids by title */
export async function publishCourses(tenant: TestTenant, titles: readonly string[]): Promise<Map<string, string>> {
  const courses = new Map<string, string>();
  for (const title of titles) courses.set(title, (await publishedCourse(tenant, { title })).id);
  return courses;
}
