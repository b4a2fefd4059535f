import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { decide, needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { signal as eventOf } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let courseId: string;
let keys = 0;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  courseId = await publish('Manual Handling');
  for (const name of ['Ada', 'Ben']) await hire(name);
});

const OF_ADA = { external_worker_id: 'Ada', topic: 'Manual Handling' };
const publish = async (title: string): Promise<string> => (await publishedCourse(tenant, { title, topics: [] })).id;
const hire = (name: string) =>
  addWorker(tenant, { name, externalWorkerId: name, email: `${name}@acme.com`, site: 'Site A' });
const signals = async (): Promise<ReadonlyArray<Schemas['SignalView']>> => (await tenant.api.listSignals()).items;
const need = async (data: object): Promise<string> =>
  (await raisedNeed(tenant, { topic: 'Manual Handling', dedupe_key: `key-${++keys}`, ...data })).id;
const statuses = (...ids: string[]) => statusesOf(tenant, ids);
const complete = async (data: object, type = 'course_completed'): Promise<Record<string, unknown>> =>
  (await (await tenant.send(eventOf({ ...OF_ADA, ...data }, type))).json()) as Record<string, unknown>;
/** Waits until the latest signal has been dealt with. */
const applied = (status = 'applied'): Promise<Schemas['SignalView']> =>
  eventually(async () => {
    const [latest] = await signals();
    if (latest?.completion?.status !== status) throw new Error(`it is ${latest?.completion?.status}, not ${status}`);
    return latest;
  });
/** Sends a completion, and waits until it has been dealt with. */
const completed = async (data: object, status?: string, type?: string): Promise<Schemas['SignalView']> => {
  await complete(data, type);
  return applied(status);
};

describe('a signal of a completed training', () => {
  it('closes the assignment, the need and the share of the cohort, as an admin would, and creates no need', async () => {
    const [own, cohort] = [await need({ external_worker_id: 'Ada' }), await need({ site: 'Site A' })];
    const other = await need({ external_worker_id: 'Ada', topic: 'Rigging' });
    for (const id of [own, cohort]) await offer(tenant, id);
    const accepted = { ok: true, applied: true, signalId: expect.stringMatching(/^sig_/), deduped: false };
    expect(await complete({ payload: { completed_at: '2099-01-01' } })).toEqual({ ...accepted, completion: true });
    const signal = await applied();
    expect(signal).toMatchObject({ outcome: 'completion', needId: null, completion: { courseIds: [courseId] } });
    expect(await statuses(own, cohort, other)).toEqual(['completed', 'in_progress', 'open']);
    const { assignments, history } = await needById(tenant, own);
    expect(assignments).toMatchObject([{ status: 'completed', completedAt: signal.completion?.completedAt }]);
    expect(history[0]).toMatchObject({ action: 'need.completed', actor: 'source', after: { reason: 'answered' } });
    await completed({ external_worker_id: undefined, email: 'ben@acme.com' }, 'applied', 'training_completed');
    expect(await statuses(cohort)).toEqual(['completed']);
    expect(await tenant.resolvedNeeds()).toHaveLength(3);
  });

  it('answers needs of its topic without an offer, by any name; and an offered course only if it is that course', async () => {
    const advanced = await publish('Rigging Advanced');
    const drones = await need({ external_worker_id: 'Ada', topic: 'Drone Operation' });
    const rigging = await need({ external_worker_id: 'Ada', topic: 'Rigging' });
    await offer(tenant, rigging, { courseId: advanced });
    await completed({ topic: undefined, course: 'Drone licence' });
    await completed({ topic: 'Rigging' });
    expect(await statuses(drones, rigging)).toEqual(['completed', 'offered']);
    const { completion } = await completed({ topic: undefined, payload: { course_id: advanced } });
    expect(completion?.courseIds).toEqual([advanced]);
    expect(await statuses(rigging)).toEqual(['completed']);
  });

  it('completes a course that was archived after it was assigned, by its title, and not by the topic of another', async () => {
    const [workshop, id] = [await publish('Lifting Workshop'), await need({ external_worker_id: 'Ada' })];
    await offer(tenant, id);
    await tenant.api.archiveCourse({ path: { id: courseId } });
    expect((await completed({ course: 'Lifting Workshop' })).completion?.courseIds).toEqual([workshop]);
    await completed({ external_worker_id: 'Ben', topic: undefined, course: 'Manual Handling' });
    const { completion } = await completed({ topic: undefined, course: 'Manual Handling' });
    expect(completion?.courseIds).toEqual([courseId]);
    expect((await needById(tenant, id)).assignments).toMatchObject([{ status: 'completed' }]);
    expect(await statuses(id)).toEqual(['completed']);
  });

  it('closes no later needs, and a repeated one does not change later decisions', async () => {
    const id = await need({ external_worker_id: 'Ada' });
    await offer(tenant, id);
    await completed({ completed_at: '2026-01-31' });
    expect(await statuses(id)).toEqual(['offered']);
    const at = new Date().toISOString();
    await completed({ completed_at: at });
    await decide(tenant, id, 'reopen', {});
    await completed({ completed_at: at }, 'known');
    expect(await statuses(id)).toEqual(['open']);
    expect((await offer(tenant, id, { dryRun: true })).counts).toMatchObject({ alreadyValid: 1 });
    // Another system reports one from before the person reopened the need.
    await completed({ completed_at: new Date(Date.parse(at) - 1).toISOString() });
    await tenant.api.archiveCourse({ path: { id: courseId } });
    expect((await completed({ completed_at: at }, 'known')).completion?.courseIds).toEqual([courseId]);
    expect(await statuses(id)).toEqual(['open']);
    // The clock of the source runs ahead.
    for (const status of ['applied', 'known']) await completed({ completed_at: '2099-01-31T08:00:00Z' }, status);
    expect(await statuses(id)).toEqual(['completed']);
  });

  it('waits for a worker who is not in the directory, and is replayed with the time of its arrival', async () => {
    const id = await need({ external_worker_id: 'Cleo' });
    const signal = await completed({ external_worker_id: 'Cleo' }, 'unknown_worker');
    await hire('Cleo');
    await eventually(async () => expect(await statuses(id)).toEqual(['completed']));
    const later = await need({ external_worker_id: 'Cleo' });
    const replayed = await tenant.api.replaySignal({ path: { id: signal.id } });
    expect(replayed).toMatchObject({ applied: true, completion: true, needId: null });
    expect((await applied('known')).completion?.completedAt).toBe(signal.completion?.completedAt);
    expect(await statuses(later)).toEqual(['open']);
  });

  it('is identified by its type, by the signal map or by the event; all others create needs', async () => {
    const lmsDone = { action: 'complete', topic: 'Manual Handling' } as const;
    const map = { lms_done: lmsDone, training_completed: { action: 'trigger' } as const };
    await tenant.api.replaceSignalMap({ body: { map } });
    const outcomeOf = async (data: object, type: string): Promise<string | undefined> => {
      await complete(data, type);
      return (await signals())[0]?.outcome;
    };
    expect(await outcomeOf({ topic: undefined }, 'lms_done')).toBe('completion');
    expect((await applied()).completion?.courseIds).toEqual([courseId]);
    expect(await outcomeOf({}, 'training_completed')).toBe('created');
    expect(await outcomeOf({ action: 'complete' }, 'anything')).toBe('completion');
    expect(await outcomeOf({ action: 'trigger' }, 'course_completed')).toBe('created');
    expect(await outcomeOf({}, 'exam_completed')).toBe('created');
  });

  it('is stored and listed even if it has no effect', async () => {
    await completed({ topic: undefined }, 'no_topic');
    await completed({ external_worker_id: undefined, site: 'Site A' }, 'no_worker');
    expect((await completed({ topic: 'Underwater Basket Weaving' })).completion?.courseIds).toEqual([]);
    const refused = { error: 'invalid_event', details: [{ field: 'data' }] };
    const ofNobody = { action: 'complete', external_worker_id: undefined, site: 'Site A' };
    expect(await complete(ofNobody)).toMatchObject(refused);
    expect(await tenant.resolvedNeeds()).toEqual([]);
  });
});
