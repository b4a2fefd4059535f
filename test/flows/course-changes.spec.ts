import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { draftCourse, libraryVersion } from '../factories/courses.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectStale, refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

describe('courses', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const change = (id: string, body: object) => tenant.admin<Schemas['CourseView']>('PATCH', `/courses/${id}`, body);
  const move = (id: string, event: string) => tenant.admin<Schemas['CourseView']>('POST', `/courses/${id}/${event}`);

  describe('that are changed', () => {
    it.each(['PATCH', 'PUT'])('change by %s only in the given fields', async (method) => {
      const course = await draftCourse(tenant, { title: 'Before', topics: ['a'], summary: 'Stays', content: 'Goes' });
      const { status, body, headers } = await tenant.admin<Schemas['CourseView']>(
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
      expect(await tenant.api.getCourse({ path: { id: course.id } })).toEqual(body);
    });

    it('stay unchanged if the body has the same values', async () => {
      const quiz = [{ question: 'How fast?', options: ['8 km/h', '20 km/h'], answer: 0, rationale: 'The site rule.' }];
      const fields = { title: 'Same', topics: ['a'], quiz };
      const course = await draftCourse(tenant, fields);
      expect((await change(course.id, { ...fields, category: null })).body).toEqual(course);
    });

    it('refuse a stale version', async () => {
      const { id } = await draftCourse(tenant, { title: 'First' });
      await change(id, { title: 'Second' });
      await expectStale(tenant, `/courses/${id}`, [
        ['PATCH', { title: 'Third' }],
        ['PUT', { title: 'Third' }],
        ['DELETE'],
        ['POST', undefined, '/publish'],
        ['POST', undefined, '/archive'],
      ]);
      expect(await tenant.api.getCourse({ path: { id } })).toMatchObject({ title: 'Second', status: 'draft' });
    });

    it.each<[object]>([
      [{ title: null }],
      [{ title: '' }],
      [{ topics: null }],
      [{ topics: ['a', 'A'] }],
      [{ status: 'published' }],
    ])('are refused with %j', async (body) => {
      const { id } = await draftCourse(tenant, { title: 'T' });
      expect(await change(id, body)).toMatchObject(refusal(422, 'invalid'));
    });
  });

  describe('that are published, archived and deleted', () => {
    it('change their status once, and back', async () => {
      const { id } = await draftCourse(tenant, { title: 'Life' });
      const published = await move(id, 'publish');
      expect(published).toMatchObject({ status: 200, body: { status: 'published', version: 2 } });
      expect((await move(id, 'publish')).body).toEqual(published.body);
      expect(await move(id, 'archive')).toMatchObject({ status: 200, body: { status: 'archived', version: 3 } });
      expect(await move(id, 'archive')).toMatchObject({ status: 200, body: { version: 3 } });
      expect(await move(id, 'publish')).toMatchObject({ status: 200, body: { status: 'published' } });
      await move(id, 'archive');
      expect(await tenant.admin('DELETE', `/courses/${id}`)).toMatchObject({ status: 204, body: null });
      expect(await tenant.admin('GET', `/courses/${id}`)).toMatchObject(refusal(404, 'not_found'));
    });

    it('allow only actions of their status, which the refusal lists', async () => {
      const { id } = await draftCourse(tenant, { title: 'Draft' });
      const detail = 'archive is not possible while the course is draft; possible: publish, delete';
      expect(await move(id, 'archive')).toMatchObject(refusal(409, 'illegal_move', { detail }));
      await move(id, 'publish');
      expect(await tenant.admin('DELETE', `/courses/${id}`)).toMatchObject(refusal(409, 'illegal_move'));
      expect((await tenant.admin('GET', `/courses/${id}`)).status).toBe(200);
    });

    it("increment the library's version only if published courses change", async () => {
      const course = await draftCourse(tenant, { title: 'Draft' });
      await change(course.id, { topics: ['t'] });
      expect(await libraryVersion(engine, tenant)).toBe(0);
      for (const [method, path, body] of [
        ['POST', '/publish'],
        ['PATCH', '', { title: 'Edited' }],
        ['POST', '/archive'],
        ['DELETE', ''],
      ] as const) {
        const before = await libraryVersion(engine, tenant);
        await tenant.admin(method, `/courses/${course.id}${path}`, body);
        expect([method, path, await libraryVersion(engine, tenant)]).toEqual([method, path, before + 1]);
      }
    });
  });

  it('are in the audit log', async () => {
    const { id } = await draftCourse(tenant, { title: 'Seen', topics: ['a'] });
    await change(id, { topics: ['b'] });
    for (const event of ['publish', 'publish']) await move(id, event);
    const actor = 'token:first admin';
    expect(await auditOf(tenant, { subject: 'course' })).toEqual([
      {
        action: 'course.created',
        actor,
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
          estimatedMinutes: null,
          status: 'draft',
        },
      },
      { action: 'course.changed', actor, before: { topics: ['a'] }, after: { topics: ['b'] } },
      { action: 'course.published', actor, before: { status: 'draft' }, after: { status: 'published' } },
    ]);
  });
});
