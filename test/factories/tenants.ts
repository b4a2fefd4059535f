import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { retryUnavailable } from '../harness/retrying-fetch.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';
import { publishedCourse } from './courses.js';
import { addCredential } from './credentials.js';
import { raisedNeed } from './needs.js';
import { enterSynonym } from './synonyms.js';
import { addWorker } from './workers.js';

/** Changes a tenant as its operator does: what its plan allows, or whether it is suspended. */
export async function changeTenant(
  engine: Pick<SharedEngine, 'operator'>,
  { slug }: TestTenant,
  change: Schemas['ChangeTenantBody'],
): Promise<void> {
  const response = await retryUnavailable('a change of a tenant', () =>
    engine.operator('PATCH', `/tenants/${slug}`, change),
  );
  if (response.status !== 200) throw new Error(`the change was answered ${response.status}: ${await response.text()}`);
}

/**
 * Tenants `one`, `two` and `outside`, which have the same Ada at North, so that a join without the tenant finds rows of
 * the others, and each a person of its own at a site.
 */
export async function tenantsAlike(engine: SharedEngine, site: string): Promise<TestTenant[]> {
  const tenants: TestTenant[] = [];
  for (const slug of ['one', 'two', 'outside']) {
    const tenant = await engine.createTenant(slug);
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'W-1', email: 'ada@example.com', site: 'North' });
    await addWorker(tenant, { name: `Only in ${slug}`, site });
    tenants.push(tenant);
  }
  return tenants;
}

/** A tenant with rows in tables of several libraries, among them a worker who is called after it. */
export async function inhabitedTenant(engine: SharedEngine, slug?: string): Promise<TestTenant> {
  const tenant = await engine.createTenant(slug);
  await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
  await enterSynonym(tenant, { topic: 'Slinging', means: 'Rigging' });
  await addWorker(tenant, { name: `Ada of ${tenant.slug}`, externalWorkerId: 'E-1', site: 'North' });
  await addCredential(tenant, { externalWorkerId: 'E-1', expiresAt: '2020-01-01' });
  await raisedNeed(tenant, { external_worker_id: 'E-1', topic: 'Rigging', amount: 1.5 });
  return tenant;
}

/** Waits until a tenant is deleted. */
export function expectGone(engine: SharedEngine, slug: string): Promise<void> {
  return eventually(
    async () => expect((await engine.operator('GET', `/tenants/${slug}/usage`)).status).toBe(404),
    60_000,
  );
}

/**
 * Starts a worker, which deletes tenants at once, during `work`: those whose grace period has just ended, too, although
 * the engine waits two seconds for their requests.
 */
export async function whileDeleting(engine: SharedEngine, work: () => Promise<void>): Promise<void> {
  await engine.database.query(
    `update tenant set deletion_at = deletion_at - interval '2 seconds' where deletion_at <= now()`,
  );
  await withWorker(engine, work);
}
