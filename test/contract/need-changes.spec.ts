import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { ids } from '#platform/database';
import { actOn, assignmentOf, offer as offerOf } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { timeInDays } from '../factories/days.js';
import { decide, expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { bulkDone, operationEnded, undo } from '../factories/operations.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addManyWorkers, changeWorker, hire as hireAt } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { NeedChangeRecord, expectPublishedRows } from '../harness/need-change-record.js';

const TOMORROW = timeInDays(1);
const TOPIC = 'Drone Operation';

/**
 * Every transaction that changes needs, their people, assignments or completions publishes all that it changed.
 * Triggers note what changes, so that a write without a publication is found whatever code it is in.
 */
describe('a change of needs', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let record: NeedChangeRecord;

  beforeAll(async () => {
    engine = await startEngine();
    record = await NeedChangeRecord.of(engine);
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await record.clear();
  });
  afterAll(() => engine.close());

  const expectPublished = (rows: Record<string, number>, change: () => Promise<unknown>): Promise<void> =>
    expectPublishedRows(record, rows, change);
  const raise = async (data: object, type?: string): Promise<string> =>
    (await raisedNeed(tenant, { topic: TOPIC, ...data }, type)).id;
  const opened = (): Promise<string> => raise({ site: 'Site A' });
  const hire = (name: string, site = 'Site A'): Promise<string> => hireAt(tenant, name, site);
  const publish = async (title: string): Promise<string> => (await publishedCourse(tenant, { title })).id;
  const statusIs = (id: string, status: string): Promise<void> => expectNeed(tenant, id, { status });
  const offer = async (id: string, body?: Schemas['OfferBody']): Promise<string> =>
    (await offerOf(tenant, id, body)).operationId ?? '';
  const act = async (worker: string, event: Parameters<typeof actOn>[2], body?: object): Promise<unknown> =>
    actOn(tenant, (await assignmentOf(tenant, worker)).id, event, body);
  const complete = (worker: string): Promise<unknown> => act(worker, 'complete');

  describe('by resolution', () => {
    it('is published by the transaction that stores the resolution', () => expectPublished({ need: 1 }, opened));

    it('is published with the people whom the need no longer reaches', async () => {
      const worker = await hire('Ada');
      await opened();
      await raise({ site: 'Site B' });
      await expectPublished({ need_person: 1, 'need_person deleted': 1 }, () =>
        changeWorker(tenant, worker, { site: 'Site B' }),
      );
    });

    it('is published if a change of the library changes the recommendation', async () => {
      const id = await opened();
      await expectPublished({ need: 1 }, async () => {
        await publish(TOPIC);
        await eventually(async () => expect((await needById(tenant, id)).recommendation.kind).toBe('course'));
      });
    });

    it('is published if a newer credential answers the need, with the worker whose assignment is cancelled', async () => {
      await publish(TOPIC);
      for (const name of ['Ada', 'Ben']) await hire(name);
      const dated = { external_worker_id: 'Ada', payload: { expires_at: '2098-05-01' } };
      const id = await raise(dated, 'credential_expiring');
      await offer(id, { target: { kind: 'site', id: 'Site A' } });
      await expectPublished({ need: 1, need_person: 1, assignment: 2 }, async () => {
        await addCredential(tenant, { externalWorkerId: 'Ada', name: TOPIC, expiresAt: '2099-05-01' });
        await statusIs(id, 'completed');
      });
    });
  });

  describe('by a signal', () => {
    it.each([
      ['raises its severity', { severity: 4 }],
      ['says that its condition is over', { action: 'resolve' }],
    ])('that %s is published by the job that resolves needs', async (_what, data) => {
      const id = await raise({ site: 'Site A', dedupe_key: 'k' });
      await record.clear();
      await sendSignal(tenant, { site: 'Site A', dedupe_key: 'k', ...data });
      await eventually(async () => expect(record.hasNeed(ids.parse('need', id) ?? '')).toBe(true));
    });

    it('that reports a completion is published by the transaction that applies it', async () => {
      await publish(TOPIC);
      await hire('Ada');
      const id = await raise({ external_worker_id: 'Ada' });
      await offer(id);
      await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, async () => {
        await sendSignal(tenant, { external_worker_id: 'Ada', topic: TOPIC }, 'course_completed');
        await statusIs(id, 'completed');
      });
    });

    it('that reports a completion without a need is published, too', async () => {
      await hire('Ada');
      const report = () => sendSignal(tenant, { external_worker_id: 'Ada', topic: 'Juggling' }, 'course_completed');
      await expectPublished({ completion: 1 }, report);
    });
  });

  describe('by a person', () => {
    it('is published by the transaction of each decision', async () => {
      const id = await opened();
      await expectPublished({ need: 1 }, () => decide(tenant, id, 'snooze', { until: TOMORROW }));
      await expectPublished({ need: 1 }, () => decide(tenant, id, 'reopen'));
      await expectPublished({ need: 1 }, () => decide(tenant, id, 'dismiss', { reason: 'duplicate' }));
    });

    it('is published by the transaction that completes an assignment', async () => {
      await publish(TOPIC);
      for (const name of ['Ada', 'Ben']) await hire(name);
      const id = await opened();
      await offer(id);
      // The need is in progress, and then completed.
      await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, () => complete('Ada'));
      await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, () => complete('Ben'));
      expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
    });

    it('is published by the transaction that extends, reassigns or cancels an assignment', async () => {
      await publish(TOPIC);
      const [, workerId] = [await hire('Ada'), await hire('Ben', 'Site B')];
      const id = await raise({ external_worker_id: 'Ada' });
      await offer(id);
      await expectPublished({ assignment: 1 }, () => act('Ada', 'extend', { dueAt: TOMORROW }));
      await expectPublished({ assignment: 2, need: 1 }, () => act('Ada', 'reassign', { workerId }));
      await expectPublished({ assignment: 1 }, () => act('Ben', 'cancel'));
      await offer(id);
      await expectPublished({ assignment: 1, need: 1 }, () => act('Ada', 'cancel'));
    });

    it('is published by the transaction that assigns a course without a need', async () => {
      const courseId = await publish(TOPIC);
      const workerIds = [await hire('Ada'), await hire('Ben')];
      const id = await raise({ external_worker_id: 'Ada' });
      await expectPublished({ assignment: 2 }, () => tenant.admin('POST', '/assignments', { courseId, workerIds }));
      await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, () => complete('Ada'));
      expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
    });

    it('is rolled back if a listener throws', async () => {
      const id = await opened();
      const { version } = await needById(tenant, id);
      record.isRefused = true;
      const { status } = await decide(tenant, id, 'dismiss', { reason: 'duplicate' });
      record.isRefused = false;
      expect(status).toBe(500);
      expect(await needById(tenant, id)).toMatchObject({ status: 'open', version });
    });
  });

  describe('by an offer', () => {
    it('is published with the people who are assigned the course, and again when the offer is undone', async () => {
      await publish(TOPIC);
      await hire('Ada');
      await hire('Ben', 'Site B');
      const id = await raise({ external_worker_id: 'Ada' });
      const operations: string[] = [];
      await expectPublished({ need: 1, assignment: 1 }, async () => operations.push(await offer(id)));
      await expectPublished({ need: 1, assignment: 1 }, async () =>
        operations.push(await offer(id, { target: { kind: 'everyone' }, dueAt: TOMORROW })),
      );
      await expectPublished({ 'assignment deleted': 1, need: 1 }, () => undo(tenant, operations[1] ?? ''));
      await expectPublished({ 'assignment deleted': 1, need: 1 }, () => undo(tenant, operations[0] ?? ''));
    });

    it('is published if everybody already holds what the need asks for', async () => {
      await publish(TOPIC);
      await hire('Ada');
      await addCredential(tenant, { externalWorkerId: 'Ada', name: TOPIC, expiresAt: null });
      const id = await raise({ external_worker_id: 'Ada' });
      await expectPublished({ need: 1, need_person: 1 }, () => offer(id));
      expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
    });

    it('to very many people is published step by step', async () => {
      await addManyWorkers(engine, tenant, 1_100, { site: 'Large' });
      await publish(TOPIC);
      await addCredential(tenant, { externalWorkerId: 'W-1', name: TOPIC, expiresAt: null });
      const id = await raise({ site: 'Large' });
      let operation = '';
      // Offered in one transaction, and in progress, as somebody has answered it, in another.
      await expectPublished({ need: 2, need_person: 1, assignment: 1_099 }, async () => {
        operation = await offer(id);
        await operationEnded(tenant, operation);
      });
      // Who needed no course has to answer the need again.
      await expectPublished({ need: 1, need_person: 1, 'assignment deleted': 1_099 }, () => undo(tenant, operation));
    });
  });

  describe('by a bulk action', () => {
    it.each([
      ['dismiss', { reason: 'other' }],
      ['snooze', { until: TOMORROW }],
    ] as const)('is published, and again when it is undone: %s', async (action, body) => {
      const needs = [await opened(), await raise({ site: 'Site B' })];
      let operation = '';
      await expectPublished(
        { need: 2 },
        async () => void (operation = await bulkDone(tenant, { action, ids: needs, ...body })),
      );
      await expectPublished({ need: 2 }, () => undo(tenant, operation));
    });

    it('is published, and again when it is undone: offer', async () => {
      await publish(TOPIC);
      for (const name of ['Ada', 'Ben']) await hire(name);
      const needs = [await raise({ external_worker_id: 'Ada' }), await raise({ external_worker_id: 'Ben' })];
      let operation = '';
      const offerBoth = async () => void (operation = await bulkDone(tenant, { action: 'offer', ids: needs }));
      await expectPublished({ need: 2, assignment: 2 }, offerBoth);
      await expectPublished({ need: 2, 'assignment deleted': 2 }, () => undo(tenant, operation));
    });

    it('is published, and again when it is undone: offering people what they lack', async () => {
      const courseId = await publish(TOPIC);
      const workerIds = [await hire('Ada'), await hire('Ben')];
      await raise({ external_worker_id: 'Ada' });
      await addRequirement(tenant, { appliesTo: { kind: 'everyone' }, courseId });
      let operation = '';
      await expectPublished({ need: 1, assignment: 2 }, async () => {
        operation = (await tenant.api.startOfferMissing({ body: { workerIds } })).operationId ?? '';
        await operationEnded(tenant, operation);
      });
      await expectPublished({ need: 1, 'assignment deleted': 2 }, () => undo(tenant, operation));
    });
  });

  describe('by a worker who leaves', () => {
    it('is published with the needs that are closed or no longer reach the worker', async () => {
      await publish(TOPIC);
      const ada = await hire('Ada');
      for (const id of [await opened(), await raise({ external_worker_id: 'Ada' })]) await offer(id);
      const leave = () => changeWorker(tenant, ada, { active: false });
      await expectPublished({ need: 2, 'need_person deleted': 1, assignment: 1 }, leave);
    });

    it("is published with a cohort's need that all others have answered", async () => {
      await publish(TOPIC);
      const [ada] = [await hire('Ada'), await hire('Ben')];
      const id = await opened();
      await offer(id);
      await complete('Ben');
      const leave = () => tenant.api.removeWorker({ path: { id: ada } });
      await expectPublished({ need: 1, 'need_person deleted': 1, assignment: 1 }, leave);
      expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
    });
  });

  it('at the end of a snooze is published by the transaction that wakes the need', async () => {
    const id = await opened();
    await decide(tenant, id, 'snooze', { until: TOMORROW });
    await expectPublished({ need: 1 }, async () => {
      await record.queryWithoutRecording('update need set snoozed_until = now() where tenant_id = $1', [tenant.id]);
      await statusIs(id, 'open');
    });
  });
});
