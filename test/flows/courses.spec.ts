import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { createCourses, draftCourse, libraryVersion, publishedCourse } from '../factories/courses.js';
import { asRole } from '../factories/tokens.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectForbidden, expectUnknown, refusal, refusedFields } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const MOVES = ['/publish', '/archive'].map((action) => ['POST', undefined, action] as const);

describe('courses', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const titles = async (query: string): Promise<string[]> =>
    (await tenant.admin<Schemas['CoursePage']>('GET', `/courses?${query}`)).body.items.map(({ title }) => title);

  describe('that are created', () => {
    it('are drafts with all fields', async () => {
      const topics = ['Working at Heights', 'null', 'say "no"\nthen stop', 'a,b', '{c}', 'back\\slash', 'Höhe'];
      const kept = { topics, category: 'Safety', summary: 'Ropes and harnesses.', content: '# Ropes\n' };
      const sent = { title: '  Heights: Essentials ', ...kept };
      const { status, body, headers } = await tenant.admin<Schemas['CourseView']>('POST', '/courses', sent);
      expect(status).toBe(201);
      expect(body).toEqual({
        ...kept,
        quiz: [],
        passMark: 80,
        launchUrl: null,
        estimatedMinutes: null,
        reviewDueSince: null,
        title: 'Heights: Essentials',
        id: expect.stringMatching(/^crs_[0-9a-z]{26}$/),
        status: 'draft',
        version: 1,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        updatedAt: body.createdAt,
      });
      expect(headers.get('etag')).toBe('"1"');
      const read = await tenant.admin<Schemas['CourseView']>('GET', `/courses/${body.id}`);
      expect(read).toMatchObject({ status: 200, body });
      expect(read.headers.get('etag')).toBe('"1"');
    });

    it('need only a title', async () => {
      const bare = await draftCourse(tenant, { title: 'Bare', category: '  ' });
      expect(bare).toMatchObject({ topics: [], category: null, summary: null, content: null });
    });

    it.each<[string, object, string[]]>([
      ['no title', {}, ['title']],
      ['a blank title', { title: '  ' }, ['title']],
      ['a long title', { title: 'x'.repeat(201) }, ['title']],
      ['a title that is no text', { title: 7 }, ['title']],
      ['a title with a NUL', { title: 'a\0b' }, ['title']],
      ['topics that are no list', { title: 'T', topics: 'Heights' }, ['topics']],
      ['null as topics', { title: 'T', topics: null }, ['topics']],
      ['a topic that is no text', { title: 'T', topics: [1] }, ['topics']],
      ['a blank topic', { title: 'T', topics: ['  '] }, ['topics']],
      ['a long topic', { title: 'T', topics: ['x'.repeat(256)] }, ['topics']],
      ['51 topics', { title: 'T', topics: Array.from({ length: 51 }, (_, index) => `t${index}`) }, ['topics']],
      ['a topic twice', { title: 'T', topics: ['Heights', ' HEIGHTS '] }, ['topics']],
      [
        'a long category, summary and content',
        { title: 'T', category: 'x'.repeat(101), summary: 'x'.repeat(5_001), content: 'x'.repeat(100_001) },
        ['category', 'content', 'summary'],
      ],
      ['unknown fields', { title: 'T', status: 'published', id: 'crs_1' }, ['id', 'status']],
    ])('are refused with %s', async (_what, body, fields) => {
      expect(refusedFields(await tenant.admin('POST', '/courses', body))).toEqual(fields);
    });
  });

  describe('in a list', () => {
    it('are sorted newest first, page by page', async () => {
      for (const title of ['one', 'two', 'three']) await draftCourse(tenant, { title });
      const { items, nextCursor } = await tenant.api.listCourses({ query: { limit: 2 } });
      expect(items.map(({ title }) => title)).toEqual(['three', 'two']);
      const second = await tenant.api.listCourses({ query: { limit: 2, cursor: nextCursor ?? '' } });
      expect(second).toMatchObject({ items: [{ title: 'one' }], nextCursor: null });
    });

    it('are filtered by status, category and part of a title or a topic', async () => {
      await publishedCourse(tenant, { title: 'Ladders', topics: ['Working at Heights'], category: 'Safety' });
      await draftCourse(tenant, { title: 'Heights of Fashion', category: 'Retail' });
      await draftCourse(tenant, { title: '100% cotton' });
      expect(await titles('status=published')).toEqual(['Ladders']);
      expect(await titles('status=published,draft')).toHaveLength(3);
      expect(await titles('category=safety')).toEqual(['Ladders']);
      expect(await titles('q=hEIGHTs')).toEqual(['Heights of Fashion', 'Ladders']);
      expect(await titles('q=heights&status=draft')).toEqual(['Heights of Fashion']);
      expect(await titles('q=%25')).toEqual(['100% cotton']);
      expect(await titles('q=_')).toEqual([]);
    });

    it.each([
      'status=gone',
      'limit=0',
      'limit=201',
      'cursor=nonsense',
      `cursor=${Buffer.from('["x"]').toString('base64url')}`,
      'q=%00',
      'sort=title',
    ])('cannot be filtered by %s', async (query) => {
      expect(await tenant.admin('GET', `/courses?${query}`)).toMatchObject(refusal(422, 'invalid'));
    });
  });

  it('are created concurrently, published and not', async () => {
    const courseOf = (n: number) => ({ title: `Course ${n}`, topics: [`topic ${n}`], published: n % 2 === 0 });
    const courses = Array.from({ length: 24 }, (_value, n) => courseOf(n));
    await createCourses(engine, tenant, courses);
    expect(await titles('status=published')).toHaveLength(12);
    expect(await titles('status=draft&limit=2')).toEqual(['Course 23', 'Course 21']);
    expect(await libraryVersion(engine, tenant)).toBe(1);
  });

  it('are read by viewers, written by authors, and published, archived and deleted by admins', async () => {
    const { id } = await draftCourse(tenant, { title: 'Mine' });
    const [viewer, author] = [await asRole(tenant, 'viewer'), await asRole(tenant, 'author')];
    for (const read of ['', `/${id}`]) expect((await viewer.admin('GET', `/courses${read}`)).status).toBe(200);
    await expectForbidden(viewer, '/courses', [
      ['POST', { title: 'No' }],
      ['PATCH', { title: 'No' }, `/${id}`],
    ]);
    expect((await author.admin('POST', '/courses', { title: 'Yes' })).status).toBe(201);
    expect((await author.admin('PATCH', `/courses/${id}`, { title: 'Yes' })).status).toBe(200);
    await expectForbidden(author, `/courses/${id}`, [...MOVES, ['DELETE']]);
    expect((await tenant.admin('GET', '/courses', undefined, { authorization: 'Bearer none' })).status).toBe(401);
  });

  it('are visible in their own tenant only', async () => {
    const { id } = await draftCourse(tenant, { title: 'Ours' });
    const other = await engine.createTenant();
    expect((await other.admin('GET', '/courses')).body).toEqual({ items: [], nextCursor: null });
    const edits = [['PATCH', { title: 'Theirs' }], ['PUT', { title: 'Theirs' }], ['DELETE']] as const;
    for (const unknown of [id, 'crs_01jd00000000000000000000zz', 'wrk_01jd00000000000000000000zz', 'garbage', '%00'])
      await expectUnknown(other, `/courses/${unknown}`, [['GET'], ...edits, ...MOVES]);
    expect((await tenant.admin('GET', `/courses/${id}`)).body).toMatchObject({ title: 'Ours', status: 'draft' });
  });
});
