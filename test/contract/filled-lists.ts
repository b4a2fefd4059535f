import { ids } from '#platform/database';
import { draftCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker } from '../factories/workers.js';
import { type OpenApi, hasPages, readApiDocument } from '../harness/api-documents.js';
import { uploadDocument } from '../harness/documents.js';
import type { TestEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { type AppRoute, appRoutes } from './app-routes.js';

/**
 * Adds at least two rows to each list of a tenant.
 * @returns the paths of the lists below a resource, each with its id
 */
export async function fillLists(engine: TestEngine, tenant: TestTenant): Promise<ReadonlyMap<string, string>> {
  for (const name of ['First', 'Second', 'Third']) {
    await draftCourse(tenant, { title: name });
    await tenant.admin('POST', '/tokens', { name, role: 'viewer' });
    await tenant.admin('POST', '/users', { email: `${name}@example.com`, role: 'viewer' });
    await tenant.admin('POST', '/webhooks', { url: 'http://127.0.0.1:9/' });
    await tenant.admin('POST', '/secrets', { name });
    await tenant.admin('POST', '/views', { name, page: name === 'First' ? 'needs' : 'drafts', query: '' });
    await tenant.admin('POST', '/topics/synonyms', { topic: name, means: 'Another' });
    await uploadDocument(tenant, {
      title: name,
      name: 'rules.md',
      content: '# Head\n\nWear a helmet.\n\n# Hands\n\nWear gloves.',
    });
    await addWorker(tenant, {
      name,
      externalWorkerId: name,
      site: `Site ${name}`,
      groups: [`Group ${name}`],
    });
    await addCredential(tenant, {
      externalWorkerId: name,
      name: 'Licence',
      expiresAt: name === 'First' ? null : '2027-01-31',
    });
    await addOnboardingStep(tenant, { externalWorkerId: name, step: 'Sign' });
    await addRequirement(tenant, {
      appliesTo: { kind: 'site', name: `Site ${name}` },
      credential: 'Licence',
    });
    await sendSignal(tenant, { site: name, severity: name === 'Second' ? 4 : 1 });
  }
  const shown = async (path: string): Promise<string[]> =>
    (await tenant.admin<{ items: Array<{ id: string }> }>('GET', path)).body.items.map(({ id }) => id);
  for (const workerId of await shown('/workers'))
    await addWaiver(tenant, { workerId, credential: 'Licence', until: '2099-12-31', note: 'Booked' });
  const [courseId] = await shown('/courses');
  await tenant.admin('POST', `/courses/${courseId}/publish`);
  for (const id of await shown('/needs'))
    await tenant.admin('POST', `/needs/${id}/offer`, { courseId, target: { kind: 'everyone' } });
  for (const topic of ['Quarry blasting', 'Ship unloading'])
    await sendSignal(tenant, { site: 'Site D', topic }, 'audit');
  for (const id of await shown('/needs?type=audit')) await tenant.admin('POST', `/needs/${id}/author`, {});
  await engine.database.query(
    `update need set resolution_error = 'failed', resolution_failed_at = date_trunc('milliseconds', now())`,
  );
  await engine.database.query(
    `insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since,
        kinds, name, name_key)
     select tenant_id, id, date_trunc('milliseconds', now()), 'infinity', true, 2, 4,
       date_trunc('milliseconds', now()), 0, name, lower(name) from worker`,
  );
  return fillListsBelow(engine, tenant);
}

/** The lists of what belongs to one resource, with the id of a resource that has two of them. */
async function fillListsBelow(engine: TestEngine, tenant: TestTenant): Promise<ReadonlyMap<string, string>> {
  const idOf = async (path: string): Promise<string> =>
    (await tenant.admin<{ items: Array<{ id: string }> }>('GET', path)).body.items[0]?.id ?? '';
  const [webhookId, draftId] = [await idOf('/webhooks'), await idOf('/drafts')];
  const [documentId, operationId] = [await idOf('/documents'), await idOf('/operations')];
  for (const body of ['First', 'Second']) {
    await tenant.admin('POST', `/webhooks/${webhookId}/test`);
    await tenant.admin('POST', `/drafts/${draftId}/comments`, { body });
  }
  await engine.database.query(
    `insert into draft_version (tenant_id, draft_id, version, actor, changed, content)
     select tenant_id, id, n, 'operator', '{}', '{}' from draft, generate_series(1, 2) as n where id = $1`,
    [ids.parse('drf', draftId)],
  );
  await engine.database.query(
    `insert into operation_item (tenant_id, operation_id, need_id, status)
     select tenant_id, $1, id, 'done' from need on conflict do nothing`,
    [ids.parse('op', operationId)],
  );
  return new Map([
    ['/engine/v1/operator/tenants/:slug/secrets', `/engine/v1/operator/tenants/${tenant.slug}/secrets`],
    ['/engine/v1/operator/tenants/:slug/tokens', `/engine/v1/operator/tenants/${tenant.slug}/tokens`],
    ['/engine/v1/admin/webhooks/:id/deliveries', `/engine/v1/admin/webhooks/${webhookId}/deliveries`],
    ['/engine/v1/admin/drafts/:id/comments', `/engine/v1/admin/drafts/${draftId}/comments`],
    ['/engine/v1/admin/drafts/:id/versions', `/engine/v1/admin/drafts/${draftId}/versions`],
    ['/engine/v1/admin/documents/:id/passages', `/engine/v1/admin/documents/${documentId}/passages`],
    ['/engine/v1/admin/operations/:id', `/engine/v1/admin/operations/${operationId}`],
  ]);
}

/** The routes without a parameter, and those with one that the document describes as lists. */
export async function listRoutes(engine: TestEngine): Promise<AppRoute[]> {
  const document = await readApiDocument<OpenApi>(engine.url);
  const isList = (path: string): boolean => {
    const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.['get'];
    return operation !== undefined && hasPages(document, operation);
  };
  return appRoutes(engine.app).filter(({ method, path }) => method === 'GET' && (!path.includes(':') || isList(path)));
}
