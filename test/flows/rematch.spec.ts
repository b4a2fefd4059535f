import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { libraryMatched, publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { timeInDays } from '../factories/days.js';
import { OTHER_KEY, asEarlierRelease, expectRegrouped } from '../factories/earlier-release.js';
import { decide, needAbout, needById } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

let engine: TestEngine;
let tenant: TestTenant;

const send = (topic: string, site = 'Yard'): Promise<unknown> => sendSignal(tenant, { site, topic });
/** Sends signals about a topic, and waits until their needs are resolved. */
const raise = async (topic: string, ...sites: string[]): Promise<void> => {
  for (const site of sites.length === 0 ? ['Yard'] : sites) await send(topic, site);
  await tenant.resolvedNeeds();
};
const change = (id: string, body: Schemas['ChangeCourseBody']): Promise<unknown> =>
  tenant.api.changeCourse({ path: { id }, body });
/** Executes a statement with the tenant's id as its first parameter. */
const ofTenant = (statement: string, ...values: unknown[]): Promise<object[]> =>
  engine.database.query(statement, [tenant.id, ...values]);
/** Rows of the tenant's needs at a site. */
const needsAt = (site: string, columns: string): Promise<object[]> =>
  ofTenant(`select ${columns} from need where tenant_id = $1 and site = $2`, site);
const publish = async (title: string, topics: string[] = []): Promise<string> =>
  (await publishedCourse(tenant, { title, topics })).id;
/** What the needs of the tenant are recommended, by topic. */
async function recommended(): Promise<Record<string, string | null>> {
  await libraryMatched(engine, tenant);
  const { items } = await tenant.api.listNeeds({ query: { limit: 200 } });
  return Object.fromEntries(items.map(({ topic, recommendation }) => [topic, recommendation.courseId]));
}

beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

describe('a change of the library', () => {
  it('matches the affected needs again after a course is published, edited or archived', async () => {
    await raise('Drone Operation');
    await raise('Manual Handling');
    const drones = await publish('Flying Unmanned Aircraft', ['Drone Operation']);
    expect(await recommended()).toEqual({ 'Drone Operation': drones, 'Manual Handling': null });
    await change(drones, { topics: ['Manual Handling'], title: 'Lifting' });
    expect(await recommended()).toEqual({ 'Drone Operation': null, 'Manual Handling': drones });
    await tenant.api.archiveCourse({ path: { id: drones } });
    expect(await recommended()).toEqual({ 'Drone Operation': null, 'Manual Handling': null });
  });

  it('is not needed for a release with another matcher, whose workers match all needs again when they start', async () => {
    const drones = await publish('Drone Operation');
    await raise('Drone Operation');
    await libraryMatched(engine, tenant);
    const unanswered = `update need set recommendation = 'author_one', course_id = null where tenant_id = $1`;
    await asEarlierRelease(engine, tenant, unanswered);
    await withWorker(engine, () =>
      eventually(async () =>
        expect((await tenant.resolvedNeeds()).map(({ recommendation }) => recommendation.courseId)).toEqual([drones]),
      ),
    );
  });

  it('is not needed for a release that recognises topics differently, whose needs of one gap are one row again', async () => {
    await publish('Rigging');
    await raise('Drone Operation', 'Quay', 'Yard');
    await libraryMatched(engine, tenant);
    await asEarlierRelease(engine, tenant, `${OTHER_KEY} and site = 'Yard'`);
    // The new release has resolved this one before it matches the others again.
    await sendSignal(tenant, { site: 'Quay', topic: 'Drone Operation', severity: 4 });
    await eventually(async () => expect(await needsAt('Quay', 'unresolved_since as since')).toEqual([{ since: null }]));
    await expectRegrouped(engine, tenant, 'Yard');
    await sendSignal(tenant, { site: 'Yard', topic: 'Drone Operation' }, 'audit');
    await tenant.resolvedNeeds();
    expect((await tenant.api.listNeeds({ query: { site: 'Yard' } })).items).toHaveLength(1);
  });

  it('is not needed for such a release, even if the tenant has never had a course, for its board, too', async () => {
    await addWorker(tenant);
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'Drone licence', expiresAt: '2020-01-31' });
    const expectOnBoard = (): Promise<void> =>
      eventually(async () => {
        const { items } = await tenant.api.listReadiness({ query: { topic: 'Drone Operation' } });
        expect(items).toMatchObject([{ worker: { name: 'Ada' } }]);
      });
    await expectOnBoard();
    await publish('Rigging');
    await raise('Drone Operation');
    await libraryMatched(engine, tenant);
    const { id } = await needAbout(tenant, 'Drone Operation');
    await decide(tenant, id, 'snooze', { until: timeInDays(1) });
    await ofTenant('delete from catalog_version where tenant_id = $1');
    await ofTenant(`update readiness_cause set gap = 'of an earlier release' where tenant_id = $1`);
    await asEarlierRelease(engine, tenant, OTHER_KEY, 'version = 0, matcher = 0');
    await expectRegrouped(engine, tenant, 'Yard');
    expect((await needById(tenant, id)).status).toBe('snoozed');
    await expectOnBoard();
  });

  it('leaves to a newer release what this one resolves or matches meanwhile', async () => {
    const newer = (): Promise<object[]> =>
      ofTenant('update matched_library set matcher = matcher + 1 where tenant_id = $1 returning matcher');
    const matched = (): Promise<object[]> => ofTenant('select matcher from matched_library where tenant_id = $1');
    await publish('Drone Operation');
    await send('Drone Operation');
    await libraryMatched(engine, tenant);
    const ours = await matched();
    expect(await newer()).not.toEqual(ours);
    await raise('Rigging');
    expect(await matched()).toEqual(ours);
    await newer();
    await publish('Rigging');
    await libraryMatched(engine, tenant);
    expect(await matched()).toEqual(ours);
  });

  it('is shown in the history of the need, with the evidence before and after', async () => {
    await raise('Drone Operation');
    const drones = await publish('Drone Operation');
    await libraryMatched(engine, tenant);
    const { id } = await needAbout(tenant, 'Drone Operation');
    const none = ['no published course is like the topic'];
    expect((await needById(tenant, id)).history).toEqual([
      {
        at: expect.any(String),
        actor: 'job:resolve-needs',
        action: 'need.rematched',
        before: { recommendation: 'author_one', courseId: null, score: null, evidence: none },
        after: { recommendation: 'course', courseId: drones, score: 1, evidence: ['title equals "Drone Operation"'] },
      },
    ]);
  });

  it.each(['offered', 'in_progress', 'authoring', 'snoozed', 'dismissed', 'completed', 'resolved'])(
    'does not change a need that is %s',
    async (status) => {
      await raise('Drone Operation', 'Yard', 'Depot');
      const closed = ['dismissed', 'completed', 'resolved'].includes(status) ? new Date() : null;
      await ofTenant(
        `update need set status = $2, closed_at = $3 where tenant_id = $1 and site = 'Depot'`,
        status,
        closed,
      );
      const before = await needsAt('Depot', '*, xmin::text as written');
      await publish('Drone Operation');
      await libraryMatched(engine, tenant);
      expect(await needsAt('Depot', '*, xmin::text as written')).toEqual(before);
      expect(await needsAt('Yard', 'recommendation')).toEqual([{ recommendation: 'course' }]);
    },
  );

  it('is not lost if its job is lost', async () => {
    await raise('Drone Operation');
    // As another process that dies between its commit and the wake-up.
    await ofTenant(`insert into course (tenant_id, id, title, status)
      values ($1, gen_random_uuid(), 'Drone Operation', 'published')`);
    await ofTenant(`insert into catalog_version (tenant_id) values ($1)`);
    await withWorker(engine, async () => expect(Object.values(await recommended())).not.toContain(null));
  });
});
