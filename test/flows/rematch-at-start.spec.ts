import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { libraryMatched, publishedCourse, recommendedCourses } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { timeInDays } from '../factories/days.js';
import { OTHER_KEY, asEarlierRelease, expectRegrouped } from '../factories/earlier-release.js';
import { decide, needAbout, needById, raiseNeeds } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

let engine: TestEngine;
let tenant: TestTenant;

/** Executes a statement with the tenant's id as its parameter. */
const ofTenant = (statement: string): Promise<object[]> => engine.database.query(statement, [tenant.id]);
const publish = async (title: string): Promise<string> => (await publishedCourse(tenant, { title })).id;

beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

describe('a worker that starts', () => {
  it('matches all needs again if its release has another matcher', async () => {
    const drones = await publish('Drone Operation');
    await raiseNeeds(tenant, 'Drone Operation');
    await libraryMatched(engine, tenant);
    const unanswered = `update need set recommendation = 'author_one', course_id = null where tenant_id = $1`;
    await asEarlierRelease(engine, tenant, unanswered);
    await withWorker(engine, () =>
      eventually(async () =>
        expect((await tenant.resolvedNeeds()).map(({ recommendation }) => recommendation.courseId)).toEqual([drones]),
      ),
    );
  });

  it('merges the needs of one gap if its release recognises topics differently', async () => {
    await publish('Rigging');
    await raiseNeeds(tenant, 'Drone Operation', ['Quay', 'Yard']);
    await libraryMatched(engine, tenant);
    await asEarlierRelease(engine, tenant, `${OTHER_KEY} and site = 'Yard'`);
    // The new release has resolved this one before it matches the others again.
    await sendSignal(tenant, { site: 'Quay', topic: 'Drone Operation', severity: 4 });
    const quay = `select unresolved_since as since from need where tenant_id = $1 and site = 'Quay'`;
    await eventually(async () => expect(await ofTenant(quay)).toEqual([{ since: null }]));
    await expectRegrouped(engine, tenant, 'Yard');
    await sendSignal(tenant, { site: 'Yard', topic: 'Drone Operation' }, 'audit');
    await tenant.resolvedNeeds();
    expect((await tenant.api.listNeeds({ query: { site: 'Yard' } })).items).toHaveLength(1);
  });

  it('of such a release does so, and for the board, even if the tenant has never had a course', async () => {
    await addWorker(tenant);
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'Drone licence', expiresAt: '2020-01-31' });
    const expectOnBoard = (): Promise<void> =>
      eventually(async () => {
        const { items } = await tenant.api.listReadiness({ query: { topic: 'Drone Operation' } });
        expect(items).toMatchObject([{ worker: { name: 'Ada' } }]);
      });
    await expectOnBoard();
    await publish('Rigging');
    await raiseNeeds(tenant, 'Drone Operation');
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

  it('of an earlier release leaves to a newer one what it resolves or matches meanwhile', async () => {
    const newer = (): Promise<object[]> =>
      ofTenant('update matched_library set matcher = matcher + 1 where tenant_id = $1 returning matcher');
    const matched = (): Promise<object[]> => ofTenant('select matcher from matched_library where tenant_id = $1');
    await publish('Drone Operation');
    await sendSignal(tenant, { site: 'Yard', topic: 'Drone Operation' });
    await libraryMatched(engine, tenant);
    const ours = await matched();
    expect(await newer()).not.toEqual(ours);
    await raiseNeeds(tenant, 'Rigging');
    expect(await matched()).toEqual(ours);
    await newer();
    await publish('Rigging');
    await libraryMatched(engine, tenant);
    expect(await matched()).toEqual(ours);
  });

  it('matches needs again after a change of the library whose job was lost', async () => {
    await raiseNeeds(tenant, 'Drone Operation');
    // As another process that dies between its commit and the wake-up.
    await ofTenant(`insert into course (tenant_id, id, title, status)
      values ($1, gen_random_uuid(), 'Drone Operation', 'published')`);
    await ofTenant(`insert into catalog_version (tenant_id) values ($1)`);
    await withWorker(engine, async () =>
      expect(Object.values(await recommendedCourses(engine, tenant))).not.toContain(null),
    );
  });
});
