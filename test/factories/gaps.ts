import type { TestTenant } from '../harness/tenant.js';
import { publishedCourse } from './courses.js';
import { signal } from './signals.js';
import { addWorker } from './workers.js';

/**
 * One gap of the worker W-1 about Working at Heights, which a licence that expires, an incident of severity 4 and an
 * audit report. @returns the ids of its three needs, resolved
 */
export async function addGap(tenant: TestTenant): Promise<readonly string[]> {
  const topic = 'Working at Heights';
  await publishedCourse(tenant, { title: topic, topics: [topic] });
  await addWorker(tenant, { externalWorkerId: 'W-1', email: 'ada@acme.com', site: 'Site A' });
  await tenant.send([
    signal({ email: 'ada@acme.com', topic }, 'licence_expiring'),
    signal({ external_worker_id: 'W-1', topic, severity: 4 }),
    signal({ external_worker_id: 'W-1', topic: 'working at heights licence', dedupe_key: 'k' }, 'audit'),
  ]);
  const raised = await tenant.resolvedNeeds();
  return ['licence_expiring', 'incident', 'audit'].map((kind) => raised.find(({ type }) => type === kind)?.id ?? '');
}
