import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { dismiss, needById, raisedNeed } from '../factories/needs.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { operationIs } from '../factories/operations.js';
import { addRequirement } from '../factories/requirements.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { appRoutes } from './app-routes.js';
import { uuidsIn } from './uuids-in.js';

const LISTS = [
  'needs?status=all&grouped=false',
  'assignments',
  'operations',
  'workers',
  'sites',
  'groups',
  'courses',
  'credentials',
  'onboarding',
  'requirements',
  'readiness',
  'drafts',
  'signals',
  'audit?limit=200',
];

describe('ids in what the engine answers', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let stream: EventStream;
  let offerOfNeed: { action?: string; after?: object | null; operationId: string; course: string };

  const post = async <T>(path: string, body: object = {}): Promise<T> => {
    const answer = await tenant.admin<T>('POST', path, body);
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.body;
  };

  beforeAll(async () => {
    engine = await startEngine();
    tenant = await engine.createTenant();
    stream = await EventStream.open(engine.url, tenant.adminToken);

    const course = await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    const ada = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'E-1', site: 'North', groups: ['Crew'] });
    const bob = await addWorker(tenant, { name: 'Bob', externalWorkerId: 'E-2', site: 'North' });
    await addCredential(tenant, { externalWorkerId: 'E-1', name: 'Licence', expiresAt: '2031-01-01' });
    await addOnboardingStep(tenant, { externalWorkerId: 'E-1', step: 'Tour' });
    await addRequirement(tenant, { appliesTo: { kind: 'everyone' }, courseId: course.id });
    const need = await raisedNeed(tenant, { site: 'North', topic: 'Rigging' });
    const target = { kind: 'site', id: 'North' };
    const offered = await post<{ operationId: string }>(`/needs/${need.id}/offer`, { target, dueAt: '2031-01-01' });
    offerOfNeed = { ...(await needById(tenant, need.id)).history[0], ...offered, course: course.id };
    await post(`/operations/${offered.operationId}/undo`);
    await operationIs(tenant, offered.operationId, { status: 'undone' });
    const actions = [
      ['/needs/bulk', { action: 'offer', ids: [need.id], courseId: course.id, target: { kind: 'group', id: 'Crew' } }],
      ['/assignments', { courseId: course.id, workerIds: [ada.id, bob.id] }],
      ['/readiness/offer-missing', { workerIds: [ada.id, bob.id] }],
    ] as const;
    for (const [path, asked] of actions) {
      const { operationId } = await post<{ operationId: string }>(path, asked);
      await operationIs(tenant, operationId, { status: 'done' });
    }
    const other = await raisedNeed(tenant, { external_worker_id: 'E-2', topic: 'Beekeeping' });
    await post(`/needs/${other.id}/author`);
    const third = await raisedNeed(tenant, { external_worker_id: 'E-2', topic: 'Fencing' });
    await dismiss(tenant, third.id, { reason: 'other' });
    const { items } = await tenant.api.listAssignments();
    await post(`/assignments/${items[0]?.id}/complete`);
    await tenant.api.createView({ body: { name: 'Mine', page: 'needs', query: 'severity=4' } });
    await tenant.importRows('/workers', 'externalWorkerId,name\nE-3,Cy\n');
  });
  afterAll(async () => {
    stream.close();
    await engine.close();
  });

  it.each(LISTS)('are public ones in %s, and of each of its items', async (path) => {
    const { status, body } = await tenant.admin<{ items: Array<{ id?: string }> }>('GET', `/${path}`);
    expect([status, uuidsIn(body)]).toEqual([200, []]);
    const [list] = path.split('?');
    if (list === 'audit') return;
    for (const { id } of body.items.slice(0, 5))
      if (id !== undefined) expect(uuidsIn((await tenant.admin('GET', `/${list}/${id}`)).body)).toEqual([]);
  });

  it('are public ones in every other answer whose address has no id', async () => {
    const faults: string[] = [];
    let answers = 0;
    for (const { method, path } of appRoutes(engine.app)) {
      if (method !== 'GET' || !path.startsWith('/engine/v1/admin/') || path.includes(':')) continue;
      const response = await tenant.call('GET', path.replace('/engine/v1/admin', ''));
      // Not read to its end, because an event stream has none.
      if (!/json/.test(response.headers.get('content-type') ?? '')) await response.body?.cancel();
      else {
        answers++;
        faults.push(...uuidsIn(await response.json(), path));
      }
    }
    expect(answers).toBeGreaterThan(30);
    expect(faults).toEqual([]);
  });

  it('are those of what was offered, in the history of a need', () => {
    const { operationId, course } = offerOfNeed;
    expect(offerOfNeed).toMatchObject({
      action: 'need.offered',
      after: {
        operationId,
        courseId: course,
        course: 'Rigging',
        target: { kind: 'site', name: 'North' },
        dueAt: '2031-01-01',
        counts: { assigned: 2 },
      },
    });
  });

  it('are public ones on the stream of events', async () => {
    await eventually(async () =>
      expect(stream.events.map(({ event }) => event)).toEqual(
        expect.arrayContaining(['need', 'operation', 'assignment', 'worker', 'onboarding', 'readiness']),
      ),
    );
    expect(uuidsIn(stream.text)).toEqual([]);
  });

  it('are reported if they are not', () => {
    const id = '019b0000-0000-7000-8000-000000000001';
    expect(uuidsIn({ items: [{ input: { courseId: id } }] })).toEqual([`items.0.input.courseId: ${id}`]);
  });
});
