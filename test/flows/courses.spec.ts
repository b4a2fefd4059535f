import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CourseCreation } from '#catalog';
import { Database } from '#platform/database';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

interface CourseView {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface CoursePage {
  readonly items: readonly CourseView[];
  readonly nextCursor: string | null;
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: ReadonlyArray<{ field: string }>;
}

describe('courses', () => {
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  const create = async (body: object): Promise<CourseView> =>
    (await tenant.admin<CourseView>('POST', '/courses', body)).body;
  const titles = async (query: string): Promise<string[]> =>
    (await tenant.admin<CoursePage>('GET', `/courses?${query}`)).body.items.map(({ title }) => title);
  const as = async (role: string): Promise<Record<string, string>> => {
    const response = await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, { role, name: role });
    const { token } = (await response.json()) as { token: string };
    return { authorization: `Bearer ${token}` };
  };
  const libraryVersion = async (): Promise<number> => {
    const [row] = await engine.database.query<{ version: number }>(
      'select version::int from catalog_version join tenant on tenant.id = tenant_id where slug = $1',
      [tenant.slug],
    );
    return row?.version ?? 0;
  };

  describe('that are created', () => {
    it('are drafts with all fields', async () => {
      const topics = ['Working at Heights', 'null', 'say "no"\nthen stop', 'a,b', '{c}', 'back\\slash', 'Höhe'];
      const sent = {
        title: '  Heights: Essentials ',
        topics,
        category: 'Safety',
        summary: 'Ropes and harnesses.',
        content: '# Ropes\n',
      };
      const { status, body, headers } = await tenant.admin<CourseView>('POST', '/courses', sent);
      expect(status).toBe(201);
      expect(body).toEqual({
        ...sent,
        quiz: [],
        passMark: 80,
        launchUrl: null,
        title: 'Heights: Essentials',
        id: expect.stringMatching(/^crs_[0-9a-z]{26}$/),
        status: 'draft',
        version: 1,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        updatedAt: body.createdAt,
      });
      expect(headers.get('etag')).toBe('"1"');
      const read = await tenant.admin<CourseView>('GET', `/courses/${body.id}`);
      expect(read).toMatchObject({ status: 200, body });
      expect(read.headers.get('etag')).toBe('"1"');
    });

    it('need only a title', async () => {
      expect(await create({ title: 'Bare', category: '  ' })).toMatchObject({
        topics: [],
        category: null,
        summary: null,
        content: null,
      });
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
      const answer = await tenant.admin<Problem>('POST', '/courses', body);
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect([...new Set(answer.body.errors.map(({ field }) => field))].toSorted()).toEqual(fields);
    });
  });

  describe('in a list', () => {
    it('are sorted newest first, page by page', async () => {
      for (const title of ['one', 'two', 'three']) await create({ title });
      const first = await tenant.admin<CoursePage>('GET', '/courses?limit=2');
      expect(first.body.items.map(({ title }) => title)).toEqual(['three', 'two']);
      const second = await tenant.admin<CoursePage>('GET', `/courses?limit=2&cursor=${first.body.nextCursor}`);
      expect(second.body).toMatchObject({ items: [{ title: 'one' }], nextCursor: null });
    });

    it('are filtered by status, category and part of a title or a topic', async () => {
      const { id } = await create({ title: 'Ladders', topics: ['Working at Heights'], category: 'Safety' });
      await create({ title: 'Heights of Fashion', category: 'Retail' });
      await create({ title: '100% cotton' });
      await tenant.admin('POST', `/courses/${id}/publish`);
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
      expect(await tenant.admin('GET', `/courses?${query}`)).toMatchObject({ status: 422, body: { code: 'invalid' } });
    });
  });

  describe('that are changed', () => {
    it.each(['PATCH', 'PUT'])('change by %s only in the given fields', async (method) => {
      const course = await create({ title: 'Before', topics: ['a'], summary: 'Stays', content: 'Goes' });
      const { status, body, headers } = await tenant.admin<CourseView>(
        method,
        `/courses/${course.id}`,
        { title: 'After', topics: ['b', 'c'], content: null },
        { 'if-match': '"1"' },
      );
      expect(status).toBe(200);
      expect(body).toEqual({
        ...course,
        title: 'After',
        topics: ['b', 'c'],
        content: null,
        version: 2,
        updatedAt: expect.any(String),
      });
      expect(Date.parse(body.updatedAt)).toBeGreaterThanOrEqual(Date.parse(course.updatedAt));
      expect(headers.get('etag')).toBe('"2"');
      expect((await tenant.admin('GET', `/courses/${course.id}`)).body).toEqual(body);
    });

    it('stay unchanged if the body has the same values', async () => {
      const course = await create({ title: 'Same', topics: ['a'] });
      expect(
        (await tenant.admin('PATCH', `/courses/${course.id}`, { title: 'Same', topics: ['a'], category: null })).body,
      ).toEqual(course);
    });

    it('refuse a stale version', async () => {
      const { id } = await create({ title: 'First' });
      await tenant.admin('PATCH', `/courses/${id}`, { title: 'Second' });
      for (const [method, path] of [
        ['PATCH', ''],
        ['PUT', ''],
        ['DELETE', ''],
        ['POST', '/publish'],
        ['POST', '/archive'],
      ] as const) {
        const body = method === 'PATCH' || method === 'PUT' ? { title: 'Third' } : undefined;
        expect(await tenant.admin(method, `/courses/${id}${path}`, body, { 'if-match': '"1"' })).toMatchObject({
          status: 412,
          body: { code: 'stale' },
        });
      }
      expect((await tenant.admin<CourseView>('GET', `/courses/${id}`)).body).toMatchObject({
        title: 'Second',
        status: 'draft',
      });
    });

    it.each<[object]>([
      [{ title: null }],
      [{ title: '' }],
      [{ topics: null }],
      [{ topics: ['a', 'A'] }],
      [{ status: 'published' }],
    ])('are refused with %j', async (body) => {
      const { id } = await create({ title: 'T' });
      expect(await tenant.admin('PATCH', `/courses/${id}`, body)).toMatchObject({
        status: 422,
        body: { code: 'invalid' },
      });
    });
  });

  describe('that are published, archived and deleted', () => {
    it('change their status once, and back', async () => {
      const { id } = await create({ title: 'Life' });
      const published = await tenant.admin<CourseView>('POST', `/courses/${id}/publish`);
      expect(published).toMatchObject({ status: 200, body: { status: 'published', version: 2 } });
      expect((await tenant.admin('POST', `/courses/${id}/publish`)).body).toEqual(published.body);
      expect(await tenant.admin('POST', `/courses/${id}/archive`)).toMatchObject({
        status: 200,
        body: { status: 'archived', version: 3 },
      });
      expect(await tenant.admin('POST', `/courses/${id}/archive`)).toMatchObject({ status: 200, body: { version: 3 } });
      expect(await tenant.admin('POST', `/courses/${id}/publish`)).toMatchObject({
        status: 200,
        body: { status: 'published' },
      });
      await tenant.admin('POST', `/courses/${id}/archive`);
      expect(await tenant.admin('DELETE', `/courses/${id}`)).toMatchObject({ status: 204, body: null });
      expect(await tenant.admin('GET', `/courses/${id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    });

    it('allow only actions of their status, which the refusal lists', async () => {
      const { id } = await create({ title: 'Draft' });
      expect(await tenant.admin('POST', `/courses/${id}/archive`)).toMatchObject({
        status: 409,
        body: {
          code: 'illegal_move',
          detail: 'archive is not possible while the course is draft; possible: publish, delete',
        },
      });
      await tenant.admin('POST', `/courses/${id}/publish`);
      expect(await tenant.admin<Problem>('DELETE', `/courses/${id}`)).toMatchObject({
        status: 409,
        body: { code: 'illegal_move' },
      });
      expect((await tenant.admin('GET', `/courses/${id}`)).status).toBe(200);
    });

    it("increment the library's version only if published courses change", async () => {
      const course = await create({ title: 'Draft' });
      await tenant.admin('PATCH', `/courses/${course.id}`, { topics: ['t'] });
      expect(await libraryVersion()).toBe(0);
      for (const [method, path, body] of [
        ['POST', '/publish'],
        ['PATCH', '', { title: 'Edited' }],
        ['POST', '/archive'],
        ['DELETE', ''],
      ] as const) {
        const before = await libraryVersion();
        await tenant.admin(method, `/courses/${course.id}${path}`, body);
        expect([method, path, await libraryVersion()]).toEqual([method, path, before + 1]);
      }
    });
  });

  it('are created concurrently, published and not', async () => {
    const [row] = await engine.database.query<{ id: string }>('select id from tenant where slug = $1', [tenant.slug]);
    const tenantId = row?.id ?? '';
    const courses = Array.from({ length: 24 }, (_, index) => ({
      title: `Course ${index}`,
      topics: [`topic ${index}`],
      published: index % 2 === 0,
    }));
    await engine.app
      .get(Database)
      .asTenant(tenantId, (tx) => engine.app.get(CourseCreation, { strict: false }).createCourses(tx, courses));
    expect(await titles('status=published')).toHaveLength(12);
    expect(await titles('status=draft&limit=2')).toEqual(['Course 23', 'Course 21']);
    expect(await libraryVersion()).toBe(1);
  });

  it('are in the audit log', async () => {
    const { id } = await create({ title: 'Seen', topics: ['a'] });
    await tenant.admin('PATCH', `/courses/${id}`, { topics: ['b'] });
    await tenant.admin('POST', `/courses/${id}/publish`);
    await tenant.admin('POST', `/courses/${id}/publish`);
    const entries = await engine.database.query(
      `select action, actor, before, after from audit_entry join tenant on tenant.id = tenant_id where slug = $1 and subject_kind = 'course' order by audit_entry.id`,
      [tenant.slug],
    );
    expect(entries).toEqual([
      {
        action: 'course.created',
        actor: 'token:first admin',
        before: null,
        after: {
          title: 'Seen',
          topics: ['a'],
          category: null,
          summary: null,
          content: null,
          quiz: [],
          passMark: 80,
          launchUrl: null,
          status: 'draft',
        },
      },
      { action: 'course.changed', actor: 'token:first admin', before: { topics: ['a'] }, after: { topics: ['b'] } },
      {
        action: 'course.published',
        actor: 'token:first admin',
        before: { status: 'draft' },
        after: { status: 'published' },
      },
    ]);
  });

  it('are read by viewers, written by authors, and published, archived and deleted by admins', async () => {
    const { id } = await create({ title: 'Mine' });
    const [viewer, author] = [await as('viewer'), await as('author')];
    expect((await tenant.admin('GET', '/courses', undefined, viewer)).status).toBe(200);
    expect((await tenant.admin('GET', `/courses/${id}`, undefined, viewer)).status).toBe(200);
    expect((await tenant.admin('POST', '/courses', { title: 'No' }, viewer)).status).toBe(403);
    expect((await tenant.admin('PATCH', `/courses/${id}`, { title: 'No' }, viewer)).status).toBe(403);
    expect((await tenant.admin('POST', '/courses', { title: 'Yes' }, author)).status).toBe(201);
    expect((await tenant.admin('PATCH', `/courses/${id}`, { title: 'Yes' }, author)).status).toBe(200);
    for (const [method, path] of [
      ['POST', '/publish'],
      ['POST', '/archive'],
      ['DELETE', ''],
    ] as const) {
      expect((await tenant.admin(method, `/courses/${id}${path}`, undefined, author)).status).toBe(403);
    }
    expect((await tenant.admin('GET', '/courses', undefined, { authorization: 'Bearer none' })).status).toBe(401);
  });

  it('are visible in their own tenant only', async () => {
    const { id } = await create({ title: 'Ours' });
    const other = await engine.createTenant();
    expect((await other.admin<CoursePage>('GET', '/courses')).body).toEqual({ items: [], nextCursor: null });
    const calls = [
      ['GET', ''],
      ['PATCH', '', { title: 'Theirs' }],
      ['PUT', '', { title: 'Theirs' }],
      ['DELETE', ''],
      ['POST', '/publish'],
      ['POST', '/archive'],
    ] as const;
    for (const unknown of [id, 'crs_01jd00000000000000000000zz', 'wrk_01jd00000000000000000000zz', 'garbage', '%00']) {
      for (const [method, path, body] of calls) {
        const { status, body: problem } = await other.admin<Problem>(method, `/courses/${unknown}${path}`, body);
        expect([unknown, method, path, status, problem.code]).toEqual([unknown, method, path, 404, 'not_found']);
      }
    }
    expect((await tenant.admin('GET', `/courses/${id}`)).body).toMatchObject({ title: 'Ours', status: 'draft' });
  });
});
