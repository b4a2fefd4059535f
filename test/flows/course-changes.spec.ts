import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { draftCourse, libraryVersion } from '../factories/courses.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectStale } from '../harness/expect-refused.js';
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
      expect((await tenant.admin('GET', `/courses/${course.id}`)).body).toEqual(body);
    });

    it('stay unchanged if the body has the same values', async () => {
      const quiz = [{ question: 'How fast?', options: ['8 km/h', '20 km/h'], answer: 0, rationale: 'The site rule.' }];
      const fields = { title: 'Same', topics: ['a'], quiz };
      const course = await draftCourse(tenant, fields);
      expect((await tenant.admin('PATCH', `/courses/${course.id}`, { ...fields, category: null })).body).toEqual(
        course,
      );
    });

    it('refuse a stale version', async () => {
      const { id } = await draftCourse(tenant, { title: 'First' });
      await tenant.admin('PATCH', `/courses/${id}`, { title: 'Second' });
      await expectStale(tenant, `/courses/${id}`, [
        ['PATCH', { title: 'Third' }],
        ['PUT', { title: 'Third' }],
        ['DELETE'],
        ['POST', undefined, '/publish'],
        ['POST', undefined, '/archive'],
      ]);
      expect((await tenant.admin<Schemas['CourseView']>('GET', `/courses/${id}`)).body).toMatchObject({
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
      const { id } = await draftCourse(tenant, { title: 'T' });
      expect(await tenant.admin('PATCH', `/courses/${id}`, body)).toMatchObject({
        status: 422,
        body: { code: 'invalid' },
      });
    });
  });

  describe('that are published, archived and deleted', () => {
    it('change their status once, and back', async () => {
      const { id } = await draftCourse(tenant, { title: 'Life' });
      const published = await tenant.admin<Schemas['CourseView']>('POST', `/courses/${id}/publish`);
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
      const { id } = await draftCourse(tenant, { title: 'Draft' });
      expect(await tenant.admin('POST', `/courses/${id}/archive`)).toMatchObject({
        status: 409,
        body: {
          code: 'illegal_move',
          detail: 'archive is not possible while the course is draft; possible: publish, delete',
        },
      });
      await tenant.admin('POST', `/courses/${id}/publish`);
      expect(await tenant.admin<Schemas['Problem']>('DELETE', `/courses/${id}`)).toMatchObject({
        status: 409,
        body: { code: 'illegal_move' },
      });
      expect((await tenant.admin('GET', `/courses/${id}`)).status).toBe(200);
    });

    it("increment the library's version only if published courses change", async () => {
      const course = await draftCourse(tenant, { title: 'Draft' });
      await tenant.admin('PATCH', `/courses/${course.id}`, { topics: ['t'] });
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
    await tenant.admin('PATCH', `/courses/${id}`, { topics: ['b'] });
    await tenant.admin('POST', `/courses/${id}/publish`);
    await tenant.admin('POST', `/courses/${id}/publish`);
    expect(await auditOf(tenant, { subject: 'course' })).toEqual([
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
          estimatedMinutes: null,
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
});
