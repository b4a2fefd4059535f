import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftCourse, libraryMatched } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { recommendedFor } from '../factories/synonyms.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { retryUnavailable } from '../harness/retrying-fetch.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

/** Of these, 5,050 change: more than one transaction marks. */
const NEEDS = scaled(7_000, 20_000);
const TOPICS = ['Drone Operation', 'Manual Handling', 'Hot Work', 'Confined Space Entry', 'First Aid', 'Night Driving'];

describe('changes of the library', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const create = async (title: string): Promise<string> => (await draftCourse(tenant, { title })).id;

  it('that affect thousands of needs resolve each of them once, in sets, while signals arrive', async () => {
    await sendSignal(tenant, { site: 'Yard', topic: 'Drone Operation' });
    await tenant.resolvedNeeds();
    await engine.database.query(
      `insert into need (tenant_id, id, dedupe_key, type, topic, severity, audience_kind, site, site_key, first_seen_at,
          last_seen_at, status, recommendation, evidence, resolved_at)
       select tenant_id, gen_random_uuid(), 'k' || n, type, case when n <= 5050 then topic else 'Something else' end,
         severity, audience_kind, site, site_key, now(), now(), status, recommendation, evidence, now()
       from need, generate_series(1, $2::int) as n where tenant_id = $1`,
      [tenant.id, NEEDS],
    );
    const course = await create('Drone Operation');
    await tenant.admin('POST', `/courses/${course}/publish`);
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        tenant.send({ event: 'signal.incident', data: { site: `Site ${index}`, topic: 'Drone Operation' } }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200));
    await libraryMatched(engine, tenant);
    expect(
      await engine.database.query(
        'select topic, recommendation, count(*)::int as needs from need where tenant_id = $1 group by 1, 2 order by 1',
        [tenant.id],
      ),
    ).toEqual([
      { topic: 'Drone Operation', recommendation: 'course', needs: 5_101 },
      { topic: 'Something else', recommendation: 'author_one', needs: NEEDS - 5_050 },
    ]);
    expect(
      await engine.database.query(
        `select count(*)::int as entries from audit_entry where tenant_id = $1 and action = 'need.rematched'`,
        [tenant.id],
      ),
    ).toEqual([{ entries: 5_051 }]);
    // In sets of 150, of which some also have a few of the signals that came meanwhile.
    const [sets] = await engine.database.query<{ sets: number }>(
      `select count(distinct resolved_at)::int as sets from need
       where tenant_id = $1 and recommendation = 'course' and dedupe_key ~ '^k\\d'`,
      [tenant.id],
    );
    expect(sets?.sets).toBeLessThan(34 + 20);
  });

  it('together with offers, signals and synonyms leave every open need with its latest recommendation', async () => {
    // Each has a need of a topic: needs of one person and topic would be offered together.
    const people = ['Ada', 'Ben', 'Cleo', 'Dora'];
    for (const name of people) await addWorker(tenant, { name, externalWorkerId: name, site: 'Yard' });
    const courses = await Promise.all(TOPICS.slice(0, 4).map(create));
    await Promise.all(courses.map((id) => tenant.admin('POST', `/courses/${id}/publish`)));
    const signal = (topic: string, key: string, name = 'Ada'): Promise<Response> =>
      tenant.send({ event: 'signal.incident', data: { external_worker_id: name, topic, dedupe_key: key } });
    await Promise.all(TOPICS.flatMap((topic) => people.map((name) => signal(topic, `${topic} ${name}`, name))));
    const needs = await tenant.resolvedNeeds();
    const offered = needs.filter((_, index) => index % 2 === 0);
    const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
    for (let round = 0; round < 6; round++) {
      const calls = [round, round + 6].flatMap((index) => [
        () => tenant.admin('PATCH', `/courses/${at(courses, index)}`, { title: at(TOPICS, index * 5) }),
        () => tenant.admin('POST', `/courses/${at(courses, index + 1)}/${index % 3 === 0 ? 'archive' : 'publish'}`),
        () => tenant.admin('POST', '/topics/synonyms', { topic: `Word ${index}`, courseId: at(courses, index) }),
        () => tenant.admin('POST', `/needs/${at(offered, index).id}/offer`, { courseId: at(courses, index + 2) }),
        () => signal(at(TOPICS, index), `later ${index}`),
      ]);
      const answers = await Promise.all(
        calls.map((call) => retryUnavailable<{ readonly status: number }>('a change', call)),
      );
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    }
    await libraryMatched(engine, tenant);
    const { items } = await tenant.api.listNeeds({ query: { status: ['open'], limit: 200, grouped: 'false' } });
    expect(items.length).toBeGreaterThan(12);
    const said = new Map<string, string | null>();
    for (const topic of TOPICS) said.set(topic, await recommendedFor(tenant, topic));
    expect(items.map(({ topic, recommendation }) => [topic, recommendation.courseId])).toEqual(
      items.map(({ topic }) => [topic, said.get(topic ?? '')]),
    );
  });
});
