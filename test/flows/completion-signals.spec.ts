import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
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
  for (const name of ['Ada', 'Ben']) await addWorker(name);
});

const publish = async (title: string): Promise<string> => {
  const body = await publishedCourse(tenant, { title, topics: [] });
  return body.id;
};
const addWorker = (name: string): Promise<unknown> =>
  tenant.admin('POST', '/workers', { name, externalWorkerId: name, email: `${name}@acme.com`, site: 'Site A' });
const signals = async (): Promise<Schemas['SignalView'][]> =>
  (await tenant.admin<{ items: Schemas['SignalView'][] }>('GET', '/signals')).body.items;
const need = async (data: object): Promise<string> => {
  await sendSignal(tenant, { topic: 'Manual Handling', dedupe_key: `key-${++keys}`, ...data });
  const id = (await signals())[0]?.needId ?? '';
  await tenant.resolvedNeeds();
  return id;
};
const read = async (id: string): Promise<Schemas['NeedDetail']> =>
  (await tenant.admin<Schemas['NeedDetail']>('GET', `/needs/${id}`)).body;
const statuses = (...ids: string[]): Promise<string[]> => Promise.all(ids.map(async (id) => (await read(id)).status));
const complete = async (data: object, type = 'course_completed'): Promise<Record<string, unknown>> =>
  (await (
    await tenant.send({
      event: `signal.${type}`,
      data: { external_worker_id: 'Ada', topic: 'Manual Handling', ...data },
    })
  ).json()) as Record<string, unknown>;
/** Waits until the latest signal has been dealt with. */
const applied = async (status = 'applied'): Promise<Schemas['SignalView']> => {
  let latest: Schemas['SignalView'] | undefined;
  await eventually(async () => {
    [latest] = await signals();
    expect(latest?.completion?.status).toBe(status);
  });
  if (latest === undefined) throw new Error('no signal');
  return latest;
};

describe('a signal of a completed training', () => {
  it('closes the assignment, the need and the share of the cohort, as an admin would, and creates no need', async () => {
    const [own, cohort, other] = [
      await need({ external_worker_id: 'Ada' }),
      await need({ site: 'Site A' }),
      await need({ external_worker_id: 'Ada', topic: 'Rigging' }),
    ];
    await tenant.admin('POST', `/needs/${own}/offer`, {});
    await tenant.admin('POST', `/needs/${cohort}/offer`, {});
    expect(await complete({ payload: { completed_at: '2099-01-01' } })).toEqual({
      ok: true,
      applied: true,
      signalId: expect.stringMatching(/^sig_/),
      deduped: false,
      completion: true,
    });
    const signal = await applied();
    expect(signal).toMatchObject({ outcome: 'completion', needId: null, completion: { courseIds: [courseId] } });
    expect(await statuses(own, cohort, other)).toEqual(['completed', 'in_progress', 'open']);
    expect(await read(own)).toMatchObject({
      assignments: [{ status: 'completed', completedAt: signal.completion?.completedAt }],
    });
    expect((await read(own)).history[0]).toMatchObject({
      action: 'need.completed',
      actor: 'source',
      after: { reason: 'answered' },
    });
    await complete({ external_worker_id: undefined, email: 'ben@acme.com' }, 'training_completed');
    await applied();
    expect(await statuses(cohort)).toEqual(['completed']);
    expect(await tenant.resolvedNeeds()).toHaveLength(3);
  });

  it('answers needs of its topic without an offer, by any name; and an offered course only if it is that course', async () => {
    const advanced = await publish('Rigging Advanced');
    const [drones, rigging] = [
      await need({ external_worker_id: 'Ada', topic: 'Drone Operation' }),
      await need({ external_worker_id: 'Ada', topic: 'Rigging' }),
    ];
    await tenant.admin('POST', `/needs/${rigging}/offer`, { courseId: advanced });
    await complete({ topic: undefined, course: 'Drone licence' });
    await applied();
    await complete({ topic: 'Rigging' });
    await applied();
    expect(await statuses(drones, rigging)).toEqual(['completed', 'offered']);
    await complete({ topic: undefined, payload: { course_id: advanced } });
    expect((await applied()).completion?.courseIds).toEqual([advanced]);
    expect(await statuses(rigging)).toEqual(['completed']);
  });

  it('closes no later needs, and a repeated one does not change later decisions', async () => {
    const id = await need({ external_worker_id: 'Ada' });
    await tenant.admin('POST', `/needs/${id}/offer`, {});
    await complete({ completed_at: '2026-01-31' });
    await applied();
    expect(await statuses(id)).toEqual(['offered']);
    const at = new Date().toISOString();
    await complete({ completed_at: at });
    await applied();
    await tenant.admin('POST', `/needs/${id}/reopen`, {});
    await complete({ completed_at: at });
    await applied('known');
    expect(await statuses(id)).toEqual(['open']);
    expect(
      (await tenant.admin<{ counts: object }>('POST', `/needs/${id}/offer`, { dryRun: true })).body.counts,
    ).toMatchObject({ alreadyValid: 1 });
  });

  it('waits for a worker who is not in the directory, and is replayed with the time of its arrival', async () => {
    const id = await need({ external_worker_id: 'Cleo' });
    await complete({ external_worker_id: 'Cleo' });
    const signal = await applied('unknown_worker');
    await addWorker('Cleo');
    await eventually(async () => expect(await statuses(id)).toEqual(['completed']));
    const later = await need({ external_worker_id: 'Cleo' });
    expect((await tenant.admin('POST', `/signals/${signal.id}/replay`)).body).toMatchObject({
      applied: true,
      completion: true,
      needId: null,
    });
    expect((await applied('known')).completion?.completedAt).toBe(signal.completion?.completedAt);
    expect(await statuses(later)).toEqual(['open']);
  });

  it('is identified by its type, by the signal map or by the event; all others create needs', async () => {
    await tenant.admin('PUT', '/signal-map', {
      map: { lms_done: { action: 'complete', topic: 'Manual Handling' }, training_completed: { action: 'trigger' } },
    });
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
    await complete({ topic: undefined });
    await applied('no_topic');
    await complete({ external_worker_id: undefined, site: 'Site A' });
    await applied('no_worker');
    await complete({ topic: 'Underwater Basket Weaving' });
    expect((await applied()).completion?.courseIds).toEqual([]);
    expect(await complete({ action: 'complete', external_worker_id: undefined, site: 'Site A' })).toMatchObject({
      error: 'invalid_event',
      details: [{ field: 'data' }],
    });
    expect(await tenant.resolvedNeeds()).toEqual([]);
  });

  it('in a batch closes earlier needs of the batch, in whatever order they are resolved', async () => {
    const people = Array.from({ length: 300 }, (_value, index) => `P-${index}`);
    await tenant.importRows(
      '/workers',
      ['externalWorkerId,name', ...people.map((name) => `${name},${name}`)].join('\n'),
    );
    const events = people.flatMap((name) => [
      { event: 'signal.incident', data: { external_worker_id: name, topic: 'Manual Handling' } },
      { event: 'signal.course_completed', data: { external_worker_id: name, topic: 'Manual Handling' } },
    ]);
    const answer = (await (await tenant.sendRaw(JSON.stringify(events))).json()) as {
      results: Array<{ completion?: boolean }>;
    };
    expect(answer.results.filter(({ completion }) => completion === true)).toHaveLength(300);
    await eventually(async () => {
      const rows = await engine.database.query(
        `select status, count(*)::integer as needs from need where tenant_id = $1 group by status`,
        [tenant.id],
      );
      expect(rows).toEqual([{ status: 'completed', needs: 300 }]);
    });
    const entries = await engine.database.query(
      `select from audit_entry where tenant_id = $1 and action = 'need.completed'`,
      [tenant.id],
    );
    expect(entries).toHaveLength(300);
  });
});
