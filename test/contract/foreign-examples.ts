import { expect } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import { uploadDocument } from '../harness/documents.js';
import type { TestTenant } from '../harness/tenant.js';

/** Creates something in the tenant, and returns its id as it stands in a URL. */
type Example = (tenant: TestTenant) => Promise<string>;

interface Shown {
  readonly id: string;
}

const created =
  (path: string, body: object): Example =>
  async (tenant) => {
    const answer = await tenant.admin<Shown>('POST', path, body);
    if (answer.status !== 201) throw new Error(`POST ${path} answers ${answer.status} instead of 201`);
    return answer.body.id;
  };

/** What a worker of the tenant holds. */
const held =
  (path: string, body: object): Example =>
  async (tenant) => {
    await tenant.admin('POST', '/workers', { name: 'Grace', externalWorkerId: 'E-2' });
    return created(path, { externalWorkerId: 'E-2', ...body })(tenant);
  };

const ofList =
  (path: string): Example =>
  async (tenant) => {
    const { status, body } = await tenant.admin<{ items: Shown[] }>('GET', path);
    if (status !== 200) throw new Error(`GET ${path} answers ${status}`);
    const [first] = body.items;
    if (first === undefined) throw new Error(`GET ${path} has no item`);
    return first.id;
  };

/** A requirement of a role that only one worker has, so that it changes nothing for the others. */
const required =
  (credential: string): Example =>
  async (tenant) => {
    await tenant.admin('POST', '/workers', { name: 'Jacques', externalWorkerId: 'E-6', role: 'Diver' });
    return created('/requirements', { appliesTo: { kind: 'role', name: 'Diver' }, credential })(tenant);
  };

/** A waiver of a worker. */
const waived: Example = async (tenant) => {
  await required('First Aid')(tenant);
  const workerId = await created('/workers', { name: 'Joan', externalWorkerId: 'E-4' })(tenant);
  return created('/waivers', { workerId, credential: 'First Aid', until: '2099-12-31', note: 'Course is booked' })(
    tenant,
  );
};

/** A worker whom the board shows. */
const listed: Example = async (tenant) => {
  const id = await created('/workers', { name: 'Ida', externalWorkerId: 'E-5' })(tenant);
  await eventually(async () => expect((await tenant.admin('GET', `/readiness/${id}`)).status).toBe(200));
  return id;
};

/** A need with its signal, resolved. */
async function send(tenant: TestTenant): Promise<void> {
  await tenant.send({ event: 'signal.incident', data: { site: 'Site A', topic: 'Manual Handling' } });
  await tenant.resolvedNeeds();
}

const sent =
  (list: string): Example =>
  async (tenant) => {
    await send(tenant);
    return ofList(list)(tenant);
  };

/** What an offer made: it assigns a course to everyone. */
const offered =
  (list: string): Example =>
  async (tenant) => {
    const { body: course } = await tenant.admin<Shown>('POST', '/courses', { title: 'Offered' });
    await tenant.admin('POST', `/courses/${course.id}/publish`);
    await tenant.admin('POST', '/workers', { name: 'Eve', externalWorkerId: 'E-2' });
    await tenant.admin('POST', `/needs/${await sent('/needs')(tenant)}/offer`, {
      courseId: course.id,
      target: { kind: 'everyone' },
    });
    return ofList(list)(tenant);
  };

/** A draft that is written. */
const drafted: Example = async (tenant) => {
  await tenant.send({ event: 'signal.audit', data: { site: 'Site D', topic: 'Quarry blasting' } });
  const needs = await tenant.resolvedNeeds();
  const needId = needs.find(({ topic }) => topic === 'Quarry blasting')?.id;
  const { body } = await tenant.admin<{ draftId: string }>('POST', `/needs/${needId}/author`, {});
  await eventually(async () => {
    const draft = await tenant.admin<{ status: string }>('GET', `/drafts/${body.draftId}`);
    expect(draft.body.status).toBe('ready');
  });
  return body.draftId;
};

/** The number of a draft's first version. */
const draftVersion: Example = async (tenant) => {
  const draftId = await ofList('/drafts')(tenant);
  const { body } = await tenant.admin<{ items: Array<{ version: number }> }>('GET', `/drafts/${draftId}/versions`);
  return String(body.items[0]?.version);
};

/** A document with one passage. */
const uploaded: Example = async (tenant) => {
  const { body } = await uploadDocument(tenant, { title: 'Quarry rules', name: 'rules.md', content: 'Wear a helmet.' });
  return body.id ?? '';
};

/** It receives no event of these specs. */
const SILENT_WEBHOOK = { url: 'http://127.0.0.1:9/', eventTypes: ['need.woken'] };

/** A delivery of a webhook that is disabled, so that the delivery does not change any more. */
const delivered: Example = async (tenant) => {
  const webhookId = await created('/webhooks', SILENT_WEBHOOK)(tenant);
  await tenant.admin('POST', `/webhooks/${webhookId}/test`);
  await tenant.admin('PATCH', `/webhooks/${webhookId}`, { enabled: false });
  return ofList(`/webhooks/${webhookId}/deliveries`)(tenant);
};

/**
 * How to create an example for each parameter of a URL, by the path up to and including it. Only admins of the other
 * tenant must find it there: see access-matrix.spec.ts, which fails for a route with a parameter that is not listed
 * here.
 */
export const FOREIGN_EXAMPLES: Readonly<Record<string, Example>> = {
  '/engine/v1/admin/assignments/:id': offered('/assignments'),
  '/engine/v1/admin/credentials/:id': held('/credentials', { name: 'Forklift licence' }),
  '/engine/v1/admin/onboarding/:id': held('/onboarding', { step: 'Sign the policy' }),
  '/engine/v1/admin/courses/:id': created('/courses', { title: 'Manual Handling' }),
  '/engine/v1/admin/documents/:id': uploaded,
  '/engine/v1/admin/drafts/:id': drafted,
  '/engine/v1/admin/drafts/:id/versions/:version': draftVersion,
  '/engine/v1/admin/groups/:id': created('/groups', { name: 'Group A' }),
  '/engine/v1/admin/needs/:id': sent('/needs'),
  '/engine/v1/admin/operations/:id': offered('/operations'),
  '/engine/v1/admin/readiness/:id': listed,
  '/engine/v1/admin/requirements/:id': required('Fire Warden'),
  '/engine/v1/admin/waivers/:id': waived,
  '/engine/v1/admin/signals/:id': sent('/signals'),
  '/engine/v1/admin/sites/:id': created('/sites', { name: 'Site B' }),
  '/engine/v1/admin/tokens/:id': created('/tokens', { name: 'payroll', role: 'viewer' }),
  '/engine/v1/admin/secrets/:id': created('/secrets', { name: 'payroll' }),
  '/engine/v1/admin/views/:id': created('/views', { name: 'Mine', page: 'needs', query: 'severity=4' }),
  '/engine/v1/admin/users/:id': created('/users', { email: 'eve@example.com', role: 'viewer' }),
  '/engine/v1/admin/topics/synonyms/:id': created('/topics/synonyms', { topic: 'The Beast', means: 'Manual Handling' }),
  '/engine/v1/admin/webhooks/:id': created('/webhooks', SILENT_WEBHOOK),
  '/engine/v1/admin/webhooks/deliveries/:id': delivered,
  '/engine/v1/admin/workers/:id': created('/workers', { name: 'Ada', externalWorkerId: 'E-1' }),
  '/engine/scim/v2/Users/:id': created('/workers', { name: 'Alan', externalWorkerId: 'E-3' }),
  '/engine/scim/v2/Groups/:id': created('/groups', { name: 'Group B' }),
  // The same for all tenants: an id that does not exist.
  '/engine/scim/v2/ResourceTypes/:id': async () => 'Device',
  '/engine/scim/v2/Schemas/:id': async () => 'Device',
  // The same for everybody.
  '/engine/docs/api/:feature': async () => 'training-needs',
  '/engine/docs/guides/:guide': async () => 'offers',
  // The token in a link identifies its owner: an unknown one.
  '/learn/:token': async () => 'edl_unknown',
  // An unauthenticated browser may name any tenant.
  '/engine/v1/auth/oidc/:tenant': async () => 'nowhere',
  // No tenant is foreign to the operator: one that does not exist.
  '/engine/v1/operator/tenants/:slug': async () => 'nowhere',
  '/engine/v1/operator/tenants/:slug/tokens/:id': created('/tokens', { name: 'payroll', role: 'viewer' }),
};

/**
 * Bodies for a route with a foreign example, if the smallest body that the schema allows would change something, or
 * would break a rule that the schema does not contain.
 */
export const BODIES: Readonly<Record<string, object>> = {
  'POST /engine/v1/admin/assignments/:id/extend': { dueAt: '2999-01-01' },
  'POST /engine/v1/admin/needs/:id/snooze': { until: '2999-01-01' },
  'PUT /engine/v1/admin/courses/:id': { title: 'Taken over' },
  'PATCH /engine/v1/admin/courses/:id': { title: 'Taken over' },
  'PATCH /engine/v1/admin/drafts/:id': { title: 'Taken over' },
  'PUT /engine/v1/admin/sites/:id': { name: 'Taken over' },
  'PATCH /engine/v1/admin/sites/:id': { name: 'Taken over' },
  'PATCH /engine/v1/admin/users/:id': { name: 'Taken over' },
  'PUT /engine/v1/admin/oidc': { issuer: 'https://login.example.com', clientId: 'readiness', clientSecret: 'secret' },
  'PUT /engine/v1/admin/topics/synonyms/:id': { topic: 'Taken over' },
  'PATCH /engine/v1/admin/topics/synonyms/:id': { topic: 'Taken over' },
  'PUT /engine/v1/admin/workers/:id': { name: 'Taken over' },
  'PATCH /engine/v1/admin/workers/:id': { name: 'Taken over' },
};
