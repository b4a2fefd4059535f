import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { enterSynonym, recommendedFor, suggestedSynonym } from '../factories/synonyms.js';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectStale } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

describe('synonyms', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let crane: string;

  const publish = async (title: string) => (await publishedCourse(tenant, { title })).id;
  const topics = async (query: string): Promise<string[]> =>
    (await tenant.admin<Schemas['SynonymPage']>('GET', `/topics/synonyms?${query}`)).body.items.map(
      ({ topic }) => topic,
    );

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    crane = await publish('Overhead Crane Operation');
  });

  describe('that are suggested', () => {
    it('apply once they are accepted, until they are rejected', async () => {
      const { id } = await suggestedSynonym(engine, tenant, 'The Beast', crane);
      await tenant.admin('PATCH', `/courses/${crane}`, { summary: 'Has the library read anew.' });
      expect(await recommendedFor(tenant, 'The Beast')).toBeNull();
      expect(await tenant.admin('POST', `/topics/synonyms/${id}/accept`)).toMatchObject({
        status: 200,
        body: { status: 'accepted', version: 2 },
      });
      expect(await recommendedFor(tenant, 'The Beast')).toBe(crane);
      expect((await tenant.admin('POST', `/topics/synonyms/${id}/accept`)).body).toMatchObject({ version: 2 });
      expect(await tenant.admin('POST', `/topics/synonyms/${id}/reject`)).toMatchObject({
        status: 200,
        body: { status: 'rejected', version: 3 },
      });
      expect(await recommendedFor(tenant, 'The Beast')).toBeNull();
    });

    it('can name several courses, of which one can be accepted', async () => {
      const first = await suggestedSynonym(engine, tenant, 'The Beast', crane);
      const second = await suggestedSynonym(engine, tenant, 'The Beast', await publish('Manual Handling'));
      await tenant.admin('POST', `/topics/synonyms/${first.id}/accept`);
      expect(await tenant.admin('POST', `/topics/synonyms/${second.id}/accept`)).toMatchObject({
        status: 409,
        body: { code: 'synonym_taken' },
      });
    });
  });

  it('apply to their own topic if an earlier version stored them under the key of another one', async () => {
    const { id } = await enterSynonym(tenant, { topic: 'C#', courseId: crane });
    await engine.database.query(`update topic_synonym set topic_key = 'c' where tenant_id = $1`, [tenant.id]);
    await tenant.admin('PATCH', `/courses/${crane}`, { summary: 'Has the library read anew.' });
    expect([await recommendedFor(tenant, 'C#'), await recommendedFor(tenant, 'C')]).toEqual([crane, null]);
    expect(await tenant.admin('DELETE', `/topics/synonyms/${id}`)).toMatchObject({ status: 204 });
    expect(await recommendedFor(tenant, 'C#')).toBeNull();
  });

  it('are refused for a course that is being deleted', async () => {
    const { id } = await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
    const { id: courseId } = await draftCourse(tenant);
    const [deleted, ...refused] = await behindLock(
      engine,
      // The deletion waits for this lock, having deleted the course.
      [`select pg_advisory_xact_lock(hashtextextended('readiness:' || $1, 0))`, tenant.id],
      () => tenant.admin('DELETE', `/courses/${courseId}`),
      () => tenant.admin('POST', '/topics/synonyms', { topic: 'The Ladder', courseId }),
      () => tenant.admin('PATCH', `/topics/synonyms/${id}`, { courseId }),
    );
    expect(deleted.status).toBe(204);
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'courseId' }] } });
  });

  describe('that are changed', () => {
    it.each(['PATCH', 'PUT'])('change by %s the topic and its meaning', async (method) => {
      const { id } = await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
      expect(
        (await tenant.admin(method, `/topics/synonyms/${id}`, { topic: 'The Monster' }, { 'if-match': '"1"' })).body,
      ).toMatchObject({ topic: 'The Monster', courseId: crane, version: 2 });
      expect([await recommendedFor(tenant, 'The Beast'), await recommendedFor(tenant, 'The Monster')]).toEqual([
        null,
        crane,
      ]);
      const manual = await publish('Manual Handling');
      expect((await tenant.admin(method, `/topics/synonyms/${id}`, { means: 'Manual Handling' })).body).toMatchObject({
        courseId: null,
        courseTitle: null,
        means: 'Manual Handling',
        version: 3,
      });
      expect(await recommendedFor(tenant, 'The Monster')).toBe(manual);
      expect((await tenant.admin(method, `/topics/synonyms/${id}`, { means: 'Manual Handling' })).body).toMatchObject({
        version: 3,
      });
    });

    it('refuse a stale version', async () => {
      const { id } = await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
      await tenant.admin('PATCH', `/topics/synonyms/${id}`, { topic: 'The Monster' });
      await expectStale(tenant, `/topics/synonyms/${id}`, [
        ['PATCH', { topic: 'Third' }],
        ['PUT', { topic: 'Third' }],
        ['DELETE'],
        ['POST', undefined, '/accept'],
        ['POST', undefined, '/reject'],
      ]);
    });

    it.each<[object, string]>([
      [{ topic: '' }, 'topic'],
      [{ topic: null }, 'topic'],
      [{ means: 'the beast' }, 'means'],
      [{ courseId: 'x' }, 'courseId'],
      [{ status: 'rejected' }, 'status'],
    ])('are refused with %j', async (body, field) => {
      const { id } = await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
      const answer = await tenant.admin<Schemas['Problem']>('PATCH', `/topics/synonyms/${id}`, body);
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect([...new Set(answer.body.errors?.map((error) => error.field))]).toEqual([field]);
    });
  });

  it('have no effect after they are deleted, or their course is', async () => {
    const { id } = await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
    await enterSynonym(tenant, { topic: 'The Monster', courseId: crane });
    expect(await tenant.admin('DELETE', `/topics/synonyms/${id}`)).toMatchObject({ status: 204 });
    expect(await recommendedFor(tenant, 'The Beast')).toBeNull();
    expect(await topics('')).toEqual(['The Monster']);
    await tenant.admin('POST', `/courses/${crane}/archive`);
    expect(await recommendedFor(tenant, 'The Monster')).toBeNull();
    expect(await tenant.admin('DELETE', `/courses/${crane}`)).toMatchObject({ status: 204 });
    expect(await topics('')).toEqual([]);
  });
});
