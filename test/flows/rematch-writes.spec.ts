import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { createCourses, libraryMatched, publishedCourse } from '../factories/courses.js';
import { sharedEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';

/** In the full form, a tenant of the size that the product promises. */
const [NEEDS, TOPICS, COURSES] = scaled([5_000, 500, 100] as const, [20_000, 2_000, 500] as const);

it(`a change of the library writes only the affected needs, of ${NEEDS} needs with ${TOPICS} topics`, async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
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
  await libraryMatched(engine, tenant);
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
  const { id } = await publishedCourse(tenant, { title: one });
  await libraryMatched(engine, tenant);
  expect(await written()).toEqual([{ topic: one, needs: NEEDS / TOPICS }]);
  since = await now();
  await tenant.api.changeCourse({ path: { id }, body: { title: other } });
  await libraryMatched(engine, tenant);
  expect(await written()).toEqual([one, other].toSorted().map((topic) => ({ topic, needs: NEEDS / TOPICS })));
  since = await now();
  await tenant.api.changeCourse({ path: { id }, body: { summary: 'Nothing that is matched.' } });
  await libraryMatched(engine, tenant);
  expect(await written()).toEqual([]);
});

/** The name of a topic that has nothing in common with the others: two words that only it has. */
function words(index: number): string {
  const letters = createHash('sha256')
    .update(String(index))
    .digest('hex')
    .replaceAll(/./g, (digit) => 'bdfgklmnprstvzae'.charAt(Number.parseInt(digit, 16)));
  return `${letters.slice(0, 10)} ${letters.slice(10, 20)}`;
}
