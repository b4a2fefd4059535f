import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusedFields } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

/** Reported long ago, and never since. */
const backdate = (topic: string, at: string): Promise<unknown> =>
  engine.database.query(
    `update need set first_seen_at = '${at}', last_seen_at = '${at}', id = uuid_floor('${at}')
      where tenant_id = $1 and topic = $2`,
    [tenant.id, topic],
  );

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
  await addWorker(tenant, { externalWorkerId: 'E-1', name: 'Ada', site: 'North', groups: ['Riggers'] });
  await addWorker(tenant, { externalWorkerId: 'E-2', name: 'Ben', site: 'North' });
  for (const data of [
    { external_worker_id: 'E-1', topic: 'Rigging', expires_at: '2031-03-02', dedupe_key: 'rigging/1' },
    { external_worker_id: 'E-2', topic: 'Slinging', expires_at: '2031-03-01T12:00:00Z', severity: 4 },
    { external_worker_id: 'E-9', topic: 'Welding', due_at: '2031-03-03' },
    { site: 'North', topic: 'Fire', expires_at: '2031-03-01' },
    { site: 'Nowhere', topic: 'Noise' },
  ])
    await sendSignal(tenant, data);
  await tenant.resolvedNeeds();
});

const countOf = async (of: TestTenant, query = ''): Promise<object> =>
  (await of.admin<object>('GET', `/needs/count?${query}`)).body;
const topics = async (query: string): Promise<string[]> => {
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const path = `/needs?limit=2&${query}${cursor}`;
    const { status, body } = await tenant.admin<Schemas['NeedPage']>('GET', path);
    expect([query, status]).toEqual([query, 200]);
    found.push(...body.items.map(({ topic }) => String(topic)));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  const filters = query.replaceAll(/&?sort=\w+/g, '');
  expect([query, await countOf(tenant, filters)]).toEqual([query, { count: found.length, exact: true }]);
  return found;
};
const exported = async (query: string): Promise<number> => {
  const response = await tenant.call('GET', `/needs.csv?${query}`);
  return (await response.text()).trim().split('\r\n').length - 1;
};
const counted = async (filter: object): Promise<number> => {
  const body = { action: 'dismiss', reason: 'other', dryRun: true, filter };
  return (await tenant.admin<Schemas['BulkResult']>('POST', '/needs/bulk', body)).body.needs;
};

describe('the inbox', () => {
  it('is ordered by due date, with what is not due last', async () => {
    const byDue = ['Slinging', 'Fire', 'Rigging', 'Welding', 'Noise'];
    for (const query of ['sort=due', 'sort=due&grouped=false']) expect(await topics(query)).toEqual(byDue);
    expect(await topics('sort=due&site=North')).toEqual(['Slinging', 'Fire', 'Rigging']);
    expect(await topics('sort=due&severity=4')).toEqual(['Slinging']);
  });

  it.each<[string, string[]]>([
    ['group=riggers', ['Rigging']],
    ['group=nobody', []],
    ['dedupeKey=rigging/1', ['Rigging']],
    ['unknownWorker=true', ['Welding']],
    ['unknownSite=true', ['Noise']],
    ['unknownSite=false&unknownWorker=false&sort=due', ['Slinging', 'Fire', 'Rigging']],
    ['dueBefore=2031-03-02&sort=due', ['Slinging', 'Fire']],
    ['dueBefore=2031-03-01T12:00:00Z', []],
    ['dueAfter=2031-03-02&sort=due', ['Rigging', 'Welding']],
    ['dueAfter=2031-03-01&dueBefore=2031-03-03&type=incident&sort=due', ['Slinging', 'Fire', 'Rigging']],
  ])('has for %s the needs that match, as its export and its counts have', async (query, expected) => {
    expect(await topics(query)).toEqual(expected);
    expect(await exported(query)).toBe(expected.length);
    const { sort: _sort, ...filter } = Object.fromEntries(new URLSearchParams(query));
    expect(await counted(filter)).toBe(expected.length);
  });

  it('finds what is new, and what was not reported again', async () => {
    await backdate('Noise', '2020-05-01T10:00:00Z');
    expect(await topics('firstSeenBefore=2020-05-02')).toEqual(['Noise']);
    expect(await topics('seenBefore=2020-05-02')).toEqual(['Noise']);
    expect(await topics('firstSeenBefore=2020-05-01')).toEqual([]);
    expect(await topics('seenSince=2020-05-02&sort=due')).toEqual(['Slinging', 'Fire', 'Rigging', 'Welding']);
    expect(await topics('firstSeenSince=2020-05-02&sort=due')).toEqual(['Slinging', 'Fire', 'Rigging', 'Welding']);
    expect(await topics('seenSince=0001-01-01&firstSeenSince=0001-01-01')).toHaveLength(5);
  });

  it('finds what was reported again', async () => {
    const other = await engine.createTenant();
    await raisedNeed(other, { site: 'North', topic: 'Fire' });
    const { lastSeenAt } = await raisedNeed(other, { site: 'North', topic: 'Rigging' });
    const seenSince = new Date(Date.parse(lastSeenAt) + 1).toISOString();
    expect(await other.api.listNeeds({ query: { seenSince } })).toMatchObject({ items: [] });
    await sendSignal(other, { site: 'North', topic: 'Fire' });
    for (const sort of ['severity', 'due'] as const)
      expect(await other.api.listNeeds({ query: { seenSince, sort } })).toMatchObject({ items: [{ topic: 'Fire' }] });
    expect(await countOf(other, `seenSince=${seenSince}`)).toEqual({ count: 1, exact: true });
  });

  it('finds a gap by any of its needs, at the due date of its leader', async () => {
    const data = { external_worker_id: 'E-1', topic: 'rigging ', dedupe_key: 'other', severity: 1 };
    await raisedNeed(tenant, data, 'audit');
    for (const query of ['dedupeKey=other', 'dedupeKey=other&sort=due', 'type=audit&sort=due', 'q=audit', 'q=aud ada'])
      expect(await topics(query)).toEqual(['Rigging']);
  });

  it.each([
    ['dueBefore=tomorrow', 'dueBefore'],
    ['unknownWorker=yes', 'unknownWorker'],
    ['sort=due&cursor=WyJ4Il0', 'cursor'],
    ['group=', 'group'],
    ['course=Rigging', 'course'],
  ])('refuses %s and names the field', async (query, field) => {
    expect(refusedFields(await tenant.admin('GET', `/needs?${query}`))).toEqual([field]);
  });

  it('has the needs that a course is recommended for', async () => {
    const other = await engine.createTenant();
    const { id } = await publishedCourse(other, { title: 'Rigging' });
    for (const topic of ['Rigging', 'Fire']) await raisedNeed(other, { site: 'North', topic });
    const { items } = await other.api.listNeeds({ query: { course: id } });
    expect(items).toMatchObject([{ topic: 'Rigging', recommendation: { courseId: id } }]);
    expect(await countOf(other, `course=${id}`)).toEqual({ count: 1, exact: true });
    expect(await countOf(other, `course=${id}&site=South`)).toEqual({ count: 0, exact: true });
  });

  it('is counted up to 2,000 rows', async () => {
    const other = await engine.createTenant();
    const insert = `insert into need (tenant_id, id, dedupe_key, type, topic, severity, audience_kind, site,
        first_seen_at, last_seen_at, resolved_at)
      select $1, uuid_next(), 'key ' || n, 'audit', 'Topic ' || n, 2, 'cohort', 'North', now(), now(), now()
      from generate_series($2::int, $3::int) n`;
    await engine.database.query(insert, [other.id, 1, 2_000]);
    expect(await countOf(other)).toEqual({ count: 2_000, exact: true });
    await engine.database.query(insert, [other.id, 2_001, 2_001]);
    expect(await countOf(other)).toEqual({ count: 2_000, exact: false });
    expect(await countOf(other, 'topic=topic%207')).toEqual({ count: 1, exact: true });
  });
});
