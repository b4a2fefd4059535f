import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal, signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { redisUrl } from '../harness/database.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

/** Of each tenant: more than two sets of the job. */
const IN_BACKLOG = scaled(400, 700);

const queues = [{ queue: 'PostgreSQL', url: null }, ...(redisUrl === null ? [] : [{ queue: 'Redis', url: redisUrl }])];

describe.each(queues)('resolution with $queue as the queue', ({ url }) => {
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await startEngine({ redisUrl: url });
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  const publish = async (title: string, topics: string[] = []): Promise<string> => {
    const body = await publishedCourse(tenant, { title, topics });
    return body.id;
  };
  const needOf = async (topic: string): Promise<Awaited<ReturnType<TestTenant['resolvedNeeds']>>[number]> => {
    const need = (await tenant.resolvedNeeds()).find((candidate) => candidate.topic === topic);
    if (need === undefined) throw new Error(`no need for ${topic}`);
    return need;
  };

  it("recommends the published course with the signal's topic, with evidence", async () => {
    const courseId = await publish('Working at Heights: Essentials', ['Working at Heights']);
    await sendSignal(tenant, { email: 'a@acme.com', topic: 'working at  heights' }, 'credential_expiring');
    expect((await needOf('working at  heights')).recommendation).toEqual({
      kind: 'course',
      courseId,
      title: 'Working at Heights: Essentials',
      score: 1,
      evidence: ['topic equals "Working at Heights"'],
    });
  });

  it('recommends "author one" if no published course matches, and a course once one is published', async () => {
    await sendSignal(tenant, { site: 'Site Q', topic: 'Drone Operation' });
    expect((await needOf('Drone Operation')).recommendation).toMatchObject({ kind: 'author_one', courseId: null });
    const draft = await publishedCourse(tenant, { title: 'Drone Operation', topics: [] });
    expect((await needOf('Drone Operation')).recommendation.kind).toBe('author_one');
    await eventually(async () =>
      expect((await needOf('Drone Operation')).recommendation).toMatchObject({ kind: 'course', courseId: draft.id }),
    );
  });

  it('finds the worker by external id before e-mail before learner id', async () => {
    const create = async (keys: object, name: string): Promise<string> =>
      (await addWorker(tenant, { name, ...keys })).id;
    const byExternal = await create({ externalWorkerId: 'W-1' }, 'External');
    const byEmail = await create({ email: 'mail@acme.com' }, 'Mail');
    const byLearner = await create({ learnerId: 'L-1' }, 'Learner');
    const all = { external_worker_id: 'W-1', email: 'MAIL@acme.com', learner_id: 'L-1' };
    await sendSignal(tenant, { ...all, topic: 'by external' }, 'role_assigned');
    await sendSignal(tenant, { ...all, external_worker_id: 'W-unknown', topic: 'by mail' }, 'role_assigned');
    await sendSignal(tenant, { learner_id: 'L-1', topic: 'by learner' }, 'role_assigned');
    expect((await needOf('by external')).audience).toMatchObject({
      kind: 'worker',
      worker: { id: byExternal, name: 'External' },
      people: 1,
    });
    expect((await needOf('by mail')).audience.worker?.id).toBe(byEmail);
    expect((await needOf('by learner')).audience.worker?.id).toBe(byLearner);
  });

  it('keeps an unknown worker on the need, and resolves it when the directory has the worker', async () => {
    await sendSignal(tenant, { email: 'late@acme.com', learner_id: 'L-late', topic: 'late' }, 'onboarding_gap');
    const unknown = await needOf('late');
    expect(unknown.audience).toEqual({ kind: 'worker', worker: null, site: null, people: 0, answered: 0 });
    expect(unknown.unknownWorker).toEqual({ email: 'late@acme.com', learnerId: 'L-late' });
    await addWorker(tenant, { name: 'Late Comer', email: 'late@acme.com' });
    await eventually(async () => {
      const known = await needOf('late');
      expect(known.audience).toMatchObject({ worker: { name: 'Late Comer' }, people: 1 });
      expect(known.unknownWorker).toBeUndefined();
    });
  });

  it('assigns a cohort to the active people of its site, and follows their changes', async () => {
    const create = async (name: string, extra: object = {}): Promise<string> =>
      (await addWorker(tenant, { name, externalWorkerId: name, site: 'Site F', ...extra })).id;
    const leaver = await create('one');
    await create('two');
    await create('gone', { active: false });
    await create('elsewhere', { site: 'Site G' });
    await sendSignal(tenant, { site: ' site f', topic: 'cohort' });
    await eventually(async () =>
      expect((await needOf('cohort')).audience).toMatchObject({
        kind: 'cohort',
        worker: null,
        site: 'site f',
        people: 2,
      }),
    );
    await create('three');
    await eventually(async () => expect((await needOf('cohort')).audience.people).toBe(3));
    await tenant.admin('PATCH', `/workers/${leaver}`, { site: 'Site G' });
    await eventually(async () => expect((await needOf('cohort')).audience.people).toBe(2));
  });

  it('resolves a backlog larger than one set, of several tenants', async () => {
    const other = await engine.createTenant();
    const events = Array.from({ length: IN_BACKLOG }, (_, index) =>
      signal({ email: `w${index}@acme.com`, topic: `bulk ${index % 7}` }, 'bulk'),
    );
    await Promise.all([tenant.send(events), other.send(events)]);
    await eventually(async () => {
      const [row] = await engine.database.query<{ unresolved: string; all: string }>(
        `select count(*) filter (where unresolved_since is not null) as unresolved, count(*) as all from need
          where type = 'bulk'`,
      );
      expect(row).toEqual({ unresolved: '0', all: String(2 * IN_BACKLOG) });
    });
  });
});

describe('a need without a wake-up', () => {
  it('is found by the sweep when a worker starts', async () => {
    const engine = await startEngine({ worker: false });
    try {
      const tenant = await engine.createTenant();
      await sendSignal(tenant, { site: 'Site A', topic: 'left behind' });
      await eventually(async () =>
        expect(await engine.database.query(`select from bullmq.job where queue = 'resolve-needs'`)).toHaveLength(1),
      );
      await engine.database.query('delete from bullmq.job; delete from bullmq.dedup');
      await withWorker(engine, () =>
        eventually(async () => {
          const [row] = await engine.database.query<{ recommendation: string }>('select recommendation from need');
          expect(row?.recommendation).toBe('author_one');
        }),
      );
    } finally {
      await engine.close();
    }
  });
});
