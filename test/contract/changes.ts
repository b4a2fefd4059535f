import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { addRequirement } from '../factories/requirements.js';
import { addWorker } from '../factories/workers.js';
import { uploadDocument } from '../harness/documents.js';
import type { TestTenant } from '../harness/tenant.js';

/**
 * What a route needs to change something: a body, or a function that prepares the tenant and returns a body. The
 * function may also send the request itself, and return its status.
 * @param path below `/engine/v1/admin`, or of another API, with the ids of the tenant's own resources
 */
type Change = object | ((tenant: TestTenant, path: string) => Promise<object | number | undefined>);

const EVERYONE = { target: { kind: 'everyone' } };
const SCIM_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const LATER = '2999-01-01T00:00:00.000Z';

/** Does something to the same resource first: `after('/submit')` for `/reject`. */
const after =
  (action: string): Change =>
  async (tenant, path) => {
    const { status } = await tenant.admin('POST', path.replace(/\/[a-z]+$/, action), BEFORE[action]);
    if (status >= 300) throw new Error(`POST ${action} before ${path} answers ${status}`);
    return BEFORE[path.slice(path.lastIndexOf('/'))];
  };

/** Bodies of actions of the same resource. */
const BEFORE: Readonly<Record<string, object>> = {
  '/dismiss': { reason: 'other' },
  '/link': { validDays: 30 },
  '/reject': { reason: 'Names a crane that we do not have.' },
};

/** Of a worker, who is added first. */
const ofWorker =
  (body: (worker: { readonly id: string }) => object): Change =>
  async (tenant) =>
    body(await addWorker(tenant, { name: 'Noor', externalWorkerId: 'E-9', role: 'Welder', site: 'South' }));

/** With a published course and somebody to assign it to. */
const ofCourse =
  (body: (course: { readonly id: string }) => object): Change =>
  async (tenant) => {
    await addWorker(tenant, { name: 'Noor', externalWorkerId: 'E-9' });
    return body(await publishedCourse(tenant, { title: 'Welding' }));
  };

const importing =
  (csv: string): Change =>
  async (tenant, path) => {
    await addWorker(tenant, { name: 'Noor', externalWorkerId: 'E-9', role: 'Welder' });
    return (await tenant.importRows(path.replace('/import', ''), csv)).status;
  };

/**
 * How to change something with a route, where the example of the API document does not: see audited-changes.spec.ts.
 */
export const CHANGES: Readonly<Record<string, Change>> = {
  'POST /tokens': { name: 'payroll', role: 'viewer' },
  'POST /webhooks': { url: 'http://127.0.0.1:9/', description: 'silent', eventTypes: ['need.woken'] },
  'PATCH /webhooks/:id': { description: 'still silent' },
  'POST /webhooks/deliveries/:id/replay': async (tenant) => {
    const { items } = await tenant.api.listWebhooks({});
    await tenant.api.changeWebhook({ path: { id: items[0]?.id ?? '' }, body: { enabled: true } });
    return undefined;
  },
  'POST /courses/:id/archive': after('/publish'),
  'POST /topics/synonyms/:id/accept': async (tenant, path) => {
    await tenant.admin('POST', path.replace('/accept', '/reject'));
    return undefined;
  },
  'PATCH /groups/:id/members': ofWorker(({ id }) => ({ add: [id] })),
  'POST /workers/import': importing('externalWorkerId,name\nE-8,Max\n'),
  'POST /credentials': ofWorker(() => ({ externalWorkerId: 'E-9', name: 'Welding licence', expiresAt: '2031-01-01' })),
  'POST /credentials/import': importing('externalWorkerId,name\nE-9,Welding licence\n'),
  'POST /onboarding': ofWorker(() => ({ externalWorkerId: 'E-9', step: 'Tour', doneAt: '2026-01-01' })),
  'POST /onboarding/import': importing('externalWorkerId,step\nE-9,Tour\n'),
  'POST /requirements': ofWorker(() => ({ appliesTo: { kind: 'role', name: 'Welder' }, credential: 'First Aid' })),
  'POST /requirements/import': importing('Role,First Aid\nWelder,x\n'),
  'POST /waivers': async (tenant) => {
    const { id } = await addWorker(tenant, { name: 'Noor' });
    await addRequirement(tenant, { credential: 'First Aid' });
    return { workerId: id, credential: 'First Aid', until: '2099-12-31', note: 'Booked' };
  },
  'POST /needs/:id/dismiss': { reason: 'other' },
  'POST /needs/:id/snooze': { until: LATER },
  'POST /needs/:id/reopen': after('/dismiss'),
  'POST /needs/:id/group': after('/ungroup'),
  'POST /needs/:id/offer': ofCourse(({ id }) => ({ courseId: id, ...EVERYONE })),
  'POST /needs/:id/author': {},
  'POST /needs/bulk': async (tenant) => {
    const { id } = await raisedNeed(tenant, { topic: 'Welding', site: 'South' });
    return { action: 'dismiss', ids: [id], reason: 'other' };
  },
  'PUT /offer-settings': { completionValidDays: 7 },
  'POST /assignments': ofCourse(({ id }) => ({ courseId: id, ...EVERYONE })),
  'POST /assignments/:id/complete': { completedAt: '2026-01-01' },
  'POST /assignments/:id/reassign': ofWorker(({ id }) => ({ workerId: id })),
  'DELETE /assignments/:id/link': async (tenant, path) => {
    await tenant.admin('POST', path, BEFORE['/link']);
    return undefined;
  },
  'POST /readiness/offer-missing': async (tenant) => {
    const { id: workerId } = await addWorker(tenant, { name: 'Noor', role: 'Welder' });
    const course = await publishedCourse(tenant, { title: 'Welding' });
    await addRequirement(tenant, { courseId: course.id });
    return { workerIds: [workerId] };
  },
  'POST /documents': async (tenant) =>
    (await uploadDocument(tenant, { title: 'Yard rules', name: 'rules.md', content: 'Wear a helmet.' })).status,
  'PATCH /drafts/:id': { title: 'Taken over' },
  'POST /drafts/:id/reject': after('/submit'),
  'POST /scim/v2/Groups': { schemas: [SCIM_GROUP], displayName: 'Welders' },
  'PUT /scim/v2/Groups/:id': { schemas: [SCIM_GROUP], displayName: 'Welders' },
  'PATCH /scim/v2/Groups/:id': {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'displayName', value: 'Welders' }],
  },
};
