import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { createCourses, publishedCourse } from '../factories/courses.js';
import { needAbout, needById } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

/** In the full form, a tenant of the size that the product promises. */
const [NEEDS, TOPICS, COURSES] = scaled([5_000, 500, 100] as const, [20_000, 2_000, 500] as const);

let engine: TestEngine;
let tenant: TestTenant;

const send = (topic: string, site = 'Yard'): Promise<unknown> => sendSignal(tenant, { site, topic });
const change = (id: string, body: Schemas['ChangeCourseBody']): Promise<unknown> =>
  tenant.api.changeCourse({ path: { id }, body });
/** Rows of the tenant's needs at a site. */
const needsAt = (site: string, columns: string): Promise<object[]> =>
  engine.database.query(`select ${columns} from need where tenant_id = $1 and site = $2`, [tenant.id, site]);
const publish = async (title: string, topics: string[] = []): Promise<string> =>
  (await publishedCourse(tenant, { title, topics })).id;
/** Until the needs are matched with the library as it is, and none waits for its resolution. */
async function settled(): Promise<void> {
  await eventually(async () => {
    const [row] = await engine.database.query(
      `select (select version from catalog_version where tenant_id = $1) is not distinct from (select version
          from matched_library where tenant_id = $1) as matched,
         (select count(*)::int from need where tenant_id = $1 and unresolved_since is not null) as unresolved`,
      [tenant.id],
    );
    expect(row).toEqual({ matched: true, unresolved: 0 });
  });
}

/** What the needs of the tenant are recommended, by topic. */
async function recommended(): Promise<Record<string, string | null>> {
  await settled();
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
    await send('Drone Operation');
    await send('Manual Handling');
    await tenant.resolvedNeeds();
    const drones = await publish('Flying Unmanned Aircraft', ['Drone Operation']);
    expect(await recommended()).toEqual({ 'Drone Operation': drones, 'Manual Handling': null });
    await change(drones, { topics: ['Manual Handling'], title: 'Lifting' });
    expect(await recommended()).toEqual({ 'Drone Operation': null, 'Manual Handling': drones });
    await tenant.api.archiveCourse({ path: { id: drones } });
    expect(await recommended()).toEqual({ 'Drone Operation': null, 'Manual Handling': null });
  });

  it('is not needed for a release with another matcher, whose workers match all needs again when they start', async () => {
    const drones = await publish('Drone Operation');
    await send('Drone Operation');
    await tenant.resolvedNeeds();
    await settled();
    // What an earlier release left, which found no course for this topic.
    await engine.database.query(
      `with earlier as (update matched_library set matcher = 0 where tenant_id = $1)
       update need set recommendation = 'author_one', course_id = null where tenant_id = $1`,
      [tenant.id],
    );
    await withWorker(engine, () =>
      eventually(async () =>
        expect((await tenant.resolvedNeeds()).map(({ recommendation }) => recommendation.courseId)).toEqual([drones]),
      ),
    );
  });

  it('is not needed for a release that recognises topics differently, whose needs of one gap are one row again', async () => {
    await publish('Rigging');
    await send('Drone Operation', 'Quay');
    await send('Drone Operation');
    await tenant.resolvedNeeds();
    await settled();
    // An earlier release had another key for the topic.
    await engine.database.query(
      `with earlier as (update matched_library set matcher = 0 where tenant_id = $1)
       update need set gap_key = 'of an earlier release' where tenant_id = $1 and site = 'Yard'`,
      [tenant.id],
    );
    // The new release has resolved this one before it matches the others again.
    await sendSignal(tenant, { site: 'Quay', topic: 'Drone Operation', severity: 4 });
    await eventually(async () => expect(await needsAt('Quay', 'unresolved_since as since')).toEqual([{ since: null }]));
    await withWorker(engine, () =>
      eventually(async () =>
        expect(await needsAt('Yard', `gap_key <> 'of an earlier release' as is_new`)).toEqual([{ is_new: true }]),
      ),
    );
    await sendSignal(tenant, { site: 'Yard', topic: 'Drone Operation' }, 'audit');
    await tenant.resolvedNeeds();
    expect((await tenant.api.listNeeds({ query: { site: 'Yard' } })).items).toHaveLength(1);
  });

  it('is shown in the history of the need, with the evidence before and after', async () => {
    await send('Drone Operation');
    await tenant.resolvedNeeds();
    const drones = await publish('Drone Operation');
    await settled();
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
      await send('Drone Operation');
      await send('Drone Operation', 'Depot');
      await tenant.resolvedNeeds();
      const closed = ['dismissed', 'completed', 'resolved'].includes(status);
      await engine.database.query(
        `update need set status = $2, closed_at = case when $3 then now() end where tenant_id = $1 and site = 'Depot'`,
        [tenant.id, status, closed],
      );
      const before = await needsAt('Depot', '*, xmin::text as written');
      await publish('Drone Operation');
      await settled();
      expect(await needsAt('Depot', '*, xmin::text as written')).toEqual(before);
      expect(await needsAt('Yard', 'recommendation')).toEqual([{ recommendation: 'course' }]);
    },
  );

  it('is not lost if its job is lost', async () => {
    await send('Drone Operation');
    await tenant.resolvedNeeds();
    // As another process that dies between its commit and the wake-up.
    await engine.database.query(
      `insert into course (tenant_id, id, title, status)
        values ($1, gen_random_uuid(), 'Drone Operation', 'published')`,
      [tenant.id],
    );
    await engine.database.query(`insert into catalog_version (tenant_id) values ($1)`, [tenant.id]);
    await withWorker(engine, async () => expect(Object.values(await recommended())).not.toContain(null));
  });

  it(`writes only the affected needs, of ${NEEDS} needs with ${TOPICS} topics`, async () => {
    const titles = Array.from({ length: COURSES }, (_, index) => words(index));
    const courses = titles.map((title) => ({ title, topics: [], published: true }));
    await createCourses(engine, tenant, courses);
    await engine.database.query(
      `insert into need (tenant_id, id, dedupe_key, type, topic, severity, audience_kind, site, first_seen_at,
          last_seen_at, recommendation, evidence, resolved_at)
       select $1, gen_random_uuid(), 'k' || n, 'incident', ($2::text[])[1 + n % $4::int], 2, 'cohort', 'Yard', now(),
         now(), 'author_one', $3, now() from generate_series(1, $5::int) as n`,
      [
        tenant.id,
        Array.from({ length: TOPICS }, (_, index) => words(COURSES + index)),
        JSON.stringify(['no published course is like the topic']),
        TOPICS,
        NEEDS,
      ],
    );
    await settled();
    const written = (): Promise<Array<{ topic: string; needs: number }>> =>
      engine.database.query(
        `select topic, count(*)::int as needs from need where tenant_id = $1 and xmin::text::bigint >= $2::bigint
          group by topic order by topic`,
        [tenant.id, since],
      );
    const now = async (): Promise<string> =>
      (await engine.database.query<{ xid: string }>('select pg_current_xact_id()::text as xid'))[0]?.xid ?? '';
    let since = await now();
    const [one, other] = [words(COURSES + 200), words(COURSES + 400)];
    const course = await publish(one);
    await settled();
    expect(await written()).toEqual([{ topic: one, needs: NEEDS / TOPICS }]);
    since = await now();
    await change(course, { title: other });
    await settled();
    expect(await written()).toEqual([one, other].toSorted().map((topic) => ({ topic, needs: NEEDS / TOPICS })));
    since = await now();
    await change(course, { summary: 'Nothing that is matched.' });
    await settled();
    expect(await written()).toEqual([]);
  });
});

/** The name of a topic that has nothing in common with the others: two words that only it has. */
function words(index: number): string {
  const letters = createHash('sha256')
    .update(String(index))
    .digest('hex')
    .replaceAll(/./g, (digit) => 'bdfgklmnprstvzae'.charAt(Number.parseInt(digit, 16)));
  return `${letters.slice(0, 10)} ${letters.slice(10, 20)}`;
}
