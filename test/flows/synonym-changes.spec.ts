import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('synonyms', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let crane: string;

  const publish = async (title: string) => (await publishedCourse(tenant, { title })).id;
  const enter = async (body: object): Promise<Schemas['SynonymView']> =>
    (await tenant.admin<Schemas['SynonymView']>('POST', '/topics/synonyms', body)).body;
  const topics = async (query: string): Promise<string[]> =>
    (await tenant.admin<Schemas['SynonymPage']>('GET', `/topics/synonyms?${query}`)).body.items.map(
      ({ topic }) => topic,
    );
  const recommended = async (topic: string): Promise<string | null> =>
    (await tenant.admin<{ recommended: string | null }>('POST', '/topics/match', { topic })).body.recommended;
  /** A suggestion as learning stores it. */
  const suggest = async (topic: string, courseId: string): Promise<Schemas['SynonymView']> => {
    const { id } = await enter({ topic, courseId });
    await engine.database.query(
      `update topic_synonym set status = 'suggested', origin = 'learned', corrections = 1 where topic = $1 and tenant_id = $2`,
      [topic, tenant.id],
    );
    return tenant.api.getSynonym({ path: { id } });
  };

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    crane = await publish('Overhead Crane Operation');
  });

  describe('that are suggested', () => {
    it('apply once they are accepted, until they are rejected', async () => {
      const { id } = await suggest('The Beast', crane);
      await tenant.admin('PATCH', `/courses/${crane}`, { summary: 'Has the library read anew.' });
      expect(await recommended('The Beast')).toBeNull();
      expect(await tenant.admin('POST', `/topics/synonyms/${id}/accept`)).toMatchObject({
        status: 200,
        body: { status: 'accepted', version: 2 },
      });
      expect(await recommended('The Beast')).toBe(crane);
      expect((await tenant.admin('POST', `/topics/synonyms/${id}/accept`)).body).toMatchObject({ version: 2 });
      expect(await tenant.admin('POST', `/topics/synonyms/${id}/reject`)).toMatchObject({
        status: 200,
        body: { status: 'rejected', version: 3 },
      });
      expect(await recommended('The Beast')).toBeNull();
    });

    it('can name several courses, of which one can be accepted', async () => {
      const first = await suggest('The Beast', crane);
      const second = await suggest('The Beast', await publish('Manual Handling'));
      await tenant.admin('POST', `/topics/synonyms/${first.id}/accept`);
      expect(await tenant.admin('POST', `/topics/synonyms/${second.id}/accept`)).toMatchObject({
        status: 409,
        body: { code: 'synonym_taken' },
      });
    });
  });

  describe('that are changed', () => {
    it.each(['PATCH', 'PUT'])('change by %s the topic and its meaning', async (method) => {
      const { id } = await enter({ topic: 'The Beast', courseId: crane });
      expect(
        (await tenant.admin(method, `/topics/synonyms/${id}`, { topic: 'The Monster' }, { 'if-match': '"1"' })).body,
      ).toMatchObject({ topic: 'The Monster', courseId: crane, version: 2 });
      expect([await recommended('The Beast'), await recommended('The Monster')]).toEqual([null, crane]);
      const manual = await publish('Manual Handling');
      expect((await tenant.admin(method, `/topics/synonyms/${id}`, { means: 'Manual Handling' })).body).toMatchObject({
        courseId: null,
        courseTitle: null,
        means: 'Manual Handling',
        version: 3,
      });
      expect(await recommended('The Monster')).toBe(manual);
      expect((await tenant.admin(method, `/topics/synonyms/${id}`, { means: 'Manual Handling' })).body).toMatchObject({
        version: 3,
      });
    });

    it('refuse a stale version', async () => {
      const { id } = await enter({ topic: 'The Beast', courseId: crane });
      await tenant.admin('PATCH', `/topics/synonyms/${id}`, { topic: 'The Monster' });
      for (const [method, path] of [
        ['PATCH', ''],
        ['PUT', ''],
        ['DELETE', ''],
        ['POST', '/accept'],
        ['POST', '/reject'],
      ] as const) {
        const body = method === 'PATCH' || method === 'PUT' ? { topic: 'Third' } : undefined;
        expect(await tenant.admin(method, `/topics/synonyms/${id}${path}`, body, { 'if-match': '"1"' })).toMatchObject({
          status: 412,
          body: { code: 'stale' },
        });
      }
    });

    it.each<[object, string]>([
      [{ topic: '' }, 'topic'],
      [{ topic: null }, 'topic'],
      [{ means: 'the beast' }, 'means'],
      [{ courseId: 'x' }, 'courseId'],
      [{ status: 'rejected' }, 'status'],
    ])('are refused with %j', async (body, field) => {
      const { id } = await enter({ topic: 'The Beast', courseId: crane });
      const answer = await tenant.admin<Schemas['Problem']>('PATCH', `/topics/synonyms/${id}`, body);
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect([...new Set(answer.body.errors?.map((error) => error.field))]).toEqual([field]);
    });
  });

  it('have no effect after they are deleted, or their course is', async () => {
    const { id } = await enter({ topic: 'The Beast', courseId: crane });
    await enter({ topic: 'The Monster', courseId: crane });
    expect(await tenant.admin('DELETE', `/topics/synonyms/${id}`)).toMatchObject({ status: 204 });
    expect(await recommended('The Beast')).toBeNull();
    expect(await topics('')).toEqual(['The Monster']);
    await tenant.admin('POST', `/courses/${crane}/archive`);
    expect(await recommended('The Monster')).toBeNull();
    expect(await tenant.admin('DELETE', `/courses/${crane}`)).toMatchObject({ status: 204 });
    expect(await topics('')).toEqual([]);
  });
});
