import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { libraryMatched, publishedCourse, recommendedCourses } from '../factories/courses.js';
import { needAbout, needById, raiseNeeds } from '../factories/needs.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

const raise = (topic: string, sites?: readonly string[]) => raiseNeeds(tenant, topic, sites);
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
const recommended = () => recommendedCourses(engine, tenant);

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

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
      await raise('Drone Operation', ['Yard', 'Depot']);
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
});
