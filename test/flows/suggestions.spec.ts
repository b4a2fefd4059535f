import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { dateInDays } from '../factories/days.js';
import { draftsOf } from '../factories/drafts.js';
import { sendSignal } from '../factories/signals.js';
import { webhookTo } from '../factories/webhooks.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver, oneOfType } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

type Need = Schemas['NeedView'];

describe('the closest course of a need', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let rigging: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    rigging = (await publishedCourse(tenant, { title: 'Rigging and Slinging of Heavy Loads' })).id;
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' });
    await addWorker(tenant, { name: 'Bo', externalWorkerId: 'Bo' });
  });

  const TOPIC = 'Zemu rigging supervisor';
  const raised = async (worker: string, topic = TOPIC): Promise<Need> => {
    await sendSignal(tenant, { external_worker_id: worker, topic, dedupe_key: worker + topic });
    const needs = await tenant.resolvedNeeds();
    const need = needs.find(({ audience }) => audience.worker?.externalWorkerId === worker);
    if (need === undefined) throw new Error(`${worker} has no need`);
    return need;
  };
  const decide = (need: Need, decision: 'accept' | 'reject', headers = {}): ReturnType<typeof tenant.admin<Need>> =>
    tenant.admin<Need>('POST', `/needs/${need.id}/suggestion/${decision}`, undefined, headers);
  const read = async ({ id }: Need): Promise<Schemas['NeedDetail']> =>
    (await tenant.admin<Schemas['NeedDetail']>('GET', `/needs/${id}`)).body;

  it('is suggested with its reasons where none is certain enough', async () => {
    expect(await raised('Ada')).toMatchObject({
      recommendation: { kind: 'author_one', courseId: null },
      suggestion: { courseId: rigging, title: 'Rigging and Slinging of Heavy Loads', evidence: expect.any(Array) },
    });
    expect((await raised('Bo', 'Quantum flux')).suggestion).toBeNull();
  });

  it('is to be decided about where the board names what its need explains', async () => {
    await addWorker(tenant, { name: 'Cy', site: 'North' });
    await sendSignal(tenant, { site: 'North', topic: TOPIC, severity: 4 });
    const [need] = await tenant.resolvedNeeds();
    const move = { action: 'decide', needId: need?.id };
    await eventually(async () =>
      expect((await tenant.api.getReadinessSummary()).causes).toMatchObject([{ topic: TOPIC, people: 1, move }]),
    );
    expect((await tenant.api.listReadiness({ query: { site: 'North' } })).items[0]?.reasons).toMatchObject([{ move }]);
  });

  it.each([
    ['decide', TOPIC],
    ['offer', 'Rigging and slinging of heavy loads'],
  ])('is no move (%s) of a snoozed need while it is archived', async (action, topic) => {
    await addWorker(tenant, { name: 'Cy', site: 'North' });
    await sendSignal(tenant, { site: 'North', topic, severity: 4 });
    const [need] = await tenant.resolvedNeeds();
    const moves = async (): Promise<unknown[]> => {
      const [row] = (await tenant.api.listReadiness({ query: { site: 'North' } })).items;
      return [...(await tenant.api.getReadinessSummary()).causes, ...(row?.reasons ?? [])].map(({ move }) => move);
    };
    await eventually(async () => expect(await moves()).toMatchObject([{ action }, { action }]));
    await tenant.api.snoozeNeed({ path: { id: need?.id ?? '' }, body: { until: dateInDays(9) } });
    await tenant.api.archiveCourse({ path: { id: rigging } });
    expect(await moves()).toMatchObject([{ action: 'author' }, { action: 'author' }]);
  });

  it('is recommended once a person accepts it, for every need with the topic', async () => {
    const [ada, bo] = [await raised('Ada'), await raised('Bo')];
    const accepted = await decide(ada, 'accept');
    expect(accepted).toMatchObject({
      status: 200,
      body: { recommendation: { kind: 'course', courseId: rigging, score: 1 }, suggestion: null },
    });
    await eventually(async () =>
      expect((await read(bo)).recommendation).toMatchObject({ kind: 'course', courseId: rigging }),
    );
    expect(await auditOf(tenant, { subject: ada.id, action: 'need.suggestion_accepted' })).toMatchObject([
      { actor: expect.stringMatching(/^token:/) },
    ]);
    const { items } = await tenant.api.listSynonyms();
    expect(items).toMatchObject([{ topic: TOPIC, courseId: rigging, status: 'accepted' }]);
    expect(await decide(ada, 'accept')).toMatchObject({ status: 409, body: { code: 'no_suggestion' } });
  });

  it('is sent to webhooks once it is recommended, as the change of any other recommendation', async () => {
    const ada = await raised('Ada');
    const receiver = await Receiver.open();
    try {
      await webhookTo(receiver, tenant);
      await decide(ada, 'accept');
      const { data } = (await oneOfType(receiver, 'need.updated')).event;
      expect(data).toMatchObject({
        id: ada.id,
        recommendation: { kind: 'course', courseId: rigging },
        suggestion: null,
      });
    } finally {
      await receiver.close();
    }
  });

  it('is not suggested again for a need that it was rejected for', async () => {
    const ada = await raised('Ada');
    expect(await decide(ada, 'reject')).toMatchObject({
      status: 200,
      body: { recommendation: { kind: 'author_one' }, suggestion: null },
    });
    expect(await auditOf(tenant, { subject: ada.id, action: 'need.suggestion_rejected' })).toMatchObject([
      { actor: expect.stringMatching(/^token:/) },
    ]);
    await publishedCourse(tenant, { title: 'Quantum Flux Handling' });
    await tenant.resolvedNeeds();
    expect((await read(ada)).suggestion).toBeNull();
    expect(await decide(ada, 'reject')).toMatchObject({ status: 409, body: { code: 'no_suggestion' } });
  });

  it('is decided for the version of the need that the person saw', async () => {
    const ada = await raised('Ada');
    expect(await decide(ada, 'accept', { 'if-match': '"99"' })).toMatchObject({ status: 412 });
    expect((await read(ada)).recommendation.kind).toBe('author_one');
  });

  it('keeps a draft of its topic from starting by itself, until it is rejected', async () => {
    await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold: 1 });
    const ada = await raised('Ada');
    const other = await raised('Bo', 'Quantum flux');
    const topics = async (): Promise<string[]> => (await draftsOf(tenant)).map(({ topic }) => topic);
    await eventually(async () => expect(await topics()).toEqual([other.topic]));
    await decide(ada, 'reject');
    await eventually(async () => expect(await topics()).toContain(TOPIC));
  });
});
