import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { completeAll, offer } from './assignments.js';
import { publishedCourse } from './courses.js';
import { expectNeed, needById, raisedNeed } from './needs.js';
import { addWorker } from './workers.js';

/** The data of a licence of the worker of {@link addLicenceHolder} that expires. */
export const LICENCE = {
  external_worker_id: 'W-1',
  topic: 'Forklift Operation',
  payload: { expires_at: '2099-01-31', exported_at: 'Monday' },
};

/** A worker W-1 at North, and a published course about the topic of {@link LICENCE}. @returns the id of the course */
export async function addLicenceHolder(tenant: TestTenant): Promise<string> {
  const { id } = await publishedCourse(tenant, { title: 'Forklift Operation', topics: ['Forklift Operation'] });
  await addWorker(tenant, { externalWorkerId: 'W-1', site: 'North' });
  return id;
}

/** Offers a course for a need to everyone, and has W-1 complete it. */
export async function completeLicence(tenant: TestTenant, needId: string, courseId: string): Promise<void> {
  await offer(tenant, needId, { courseId, target: { kind: 'everyone' } });
  await completeAll(tenant, 'W-1');
}

/** Raises a need, and has W-1 complete its course: waits until the need is completed, too. */
export async function completedNeed(
  tenant: TestTenant,
  data: object,
  courseId: string,
): Promise<Schemas['NeedDetail']> {
  const { id } = await raisedNeed(tenant, data);
  await completeLicence(tenant, id, courseId);
  await expectNeed(tenant, id, { status: 'completed' });
  return needById(tenant, id);
}

/** The completions of a tenant no longer count. */
export async function outdateCompletions({ database }: SharedEngine, { id }: TestTenant): Promise<void> {
  await database.query(`update need_person set answered_at = now() - interval '400 days' where tenant_id = $1`, [id]);
}

/** How many needs of a tenant are not closed: at most 50. */
export async function openNeeds(tenant: TestTenant): Promise<number> {
  const status = ['open', 'offered', 'in_progress', 'authoring', 'snoozed'] as const;
  return (await tenant.api.listNeeds({ query: { status: [...status] } })).items.length;
}
