import { expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { statementsDuring } from '../contract/statements.js';
import { publishedCourse } from '../factories/courses.js';
import { addManyWorkers } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import { itInFull } from '../harness/scale.js';

const PEOPLE = 25_000;
/** Characters of a statement about ten thousand people, whose ids it has several times. */
const MAX_STATEMENT_LENGTH = 4_000_000;

it('The dry run of a bulk offer reads a part of the people at a time, and counts each of them once', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  const { id: course } = await publishedCourse(tenant, { title: 'Blasting' });
  await addManyWorkers(engine, tenant, PEOPLE, { site: 'Quarry' });
  await engine.database.query(
    `insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, site, site_key, people, recommendation,
       course_id, first_seen_at, last_seen_at, resolved_at)
     select $1, uuid_next(), key, 'incident', 2, 'cohort', 'Quarry', 'quarry', $2, 'course', $3, now(), now(), now()
     from unnest(array['a', 'b']) as key`,
    [tenant.id, PEOPLE, ids.parse('crs', course)],
  );
  const sent = await statementsDuring(engine.database, async () => {
    const preview = await tenant.api.startBulk({ body: { action: 'offer', filter: {}, dryRun: true } });
    expect(preview).toMatchObject({ needs: 2, willMove: 2, willAssign: PEOPLE, refused: [] });
  });
  expect(Math.max(...sent.map(({ text }) => text.length))).toBeLessThan(MAX_STATEMENT_LENGTH);
});

itInFull('A bulk action is refused if its filter selects more than 100,000 needs', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  await engine.database.query(
    `insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, site, site_key, recommendation,
       first_seen_at, last_seen_at, resolved_at)
     select $1, uuid_next(), 'key ' || n, case when n > 1 then 'incident' else 'audit' end, 2, 'cohort', 'Site ' || n,
       'site ' || n, 'author_one', now(), now(), now()
     from generate_series(0, 100000) as n`,
    [tenant.id],
  );
  const preview = (filter: object) =>
    tenant.admin('POST', '/needs/bulk', { action: 'dismiss', reason: 'other', filter, dryRun: true });
  expect(await preview({})).toMatchObject(refusal(422, 'too_many_needs', { errors: [{ field: 'filter' }] }));
  expect(await preview({ type: 'audit' })).toMatchObject({ status: 200, body: { needs: 2 } });
});
