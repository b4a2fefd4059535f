import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a request for the match of a topic', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const publish = async (course: { title: string; topics?: string[]; category?: string }): Promise<string> => {
    const body = await publishedCourse(tenant, course);
    return body.id;
  };
  const match = async (body: object): Promise<Schemas['TopicMatchView']> =>
    (await tenant.admin<Schemas['TopicMatchView']>('POST', '/topics/match', body)).body;

  it('returns the recommended course, the candidates and the reasons', async () => {
    const heights = await publish({ title: 'Height Safety Essentials', topics: ['Working at Heights'] });
    await publish({ title: 'Manual Handling' });
    const { status, body } = await tenant.admin<Schemas['TopicMatchView']>('POST', '/topics/match', {
      topic: ' working at HEIGHTS ',
    });
    expect(status).toBe(200);
    expect(body.recommended).toBe(heights);
    expect(body.candidates[0]).toEqual({
      courseId: heights,
      title: 'Height Safety Essentials',
      score: 1,
      evidence: ['topic equals "Working at Heights"'],
    });
  });

  it('finds each course that is published, however often the library has changed', async () => {
    const crafts = [
      'Welding',
      'Forklifts',
      'Asbestos',
      'Scaffolding',
      'Cranes',
      'Ladders',
      'Chainsaws',
      'Food Hygiene',
    ];
    for (const title of [...crafts, 'First Aid', 'Confined Spaces', 'Manual Handling', 'Drone Operation']) {
      const [published, { recommended }] = [await publish({ title }), await match({ topic: title })];
      expect(recommended).toBe(published);
    }
  });

  it('returns null if no published course is right', async () => {
    await publish({ title: 'Manual Handling' });
    await draftCourse(tenant, { title: 'Drone Operation' });
    expect((await match({ topic: 'Drone Operation' })).recommended).toBeNull();
  });

  it('uses the category if two courses have the same score', async () => {
    const induction = await publish({ title: 'Ladder Safety', category: 'Induction' });
    const refresher = await publish({ title: 'Ladder Safety', category: 'Refresher' });
    expect((await match({ topic: 'Ladder Safety', category: 'Refresher' })).recommended).toBe(refresher);
    expect((await match({ topic: 'Ladder Safety', category: 'Induction' })).recommended).toBe(induction);
  });

  it('has the result of a need with the topic', async () => {
    await publish({ title: 'Manual Handling', topics: ['Lifting'] });
    for (const topic of ['lifting', 'Manual handlng', 'Drone Operation'])
      await sendSignal(tenant, { site: 'Yard', topic });
    for (const { topic, recommendation } of await tenant.resolvedNeeds()) {
      const { recommended, candidates } = await match({ topic });
      expect([topic, recommendation.courseId]).toEqual([topic, recommended]);
      if (recommended !== null)
        expect(recommendation).toMatchObject({ score: candidates[0]?.score, evidence: candidates[0]?.evidence });
    }
  });

  it.each<[string, object, string[]]>([
    ['nothing', {}, ['topic']],
    ['a blank topic', { topic: ' ' }, ['topic']],
    ['a topic that is no text', { topic: 7 }, ['topic']],
    ['a long topic and category', { topic: 'x'.repeat(256), category: 'x'.repeat(101) }, ['category', 'topic']],
    ['an unknown field', { topic: 'a', course: 'b' }, ['course']],
  ])('is refused with %s', async (_what, body, fields) => {
    const answer = await tenant.admin<Schemas['Problem']>('POST', '/topics/match', body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect([...new Set(answer.body.errors?.map(({ field }) => field))].toSorted()).toEqual(fields);
  });

  it("uses the library of the caller's tenant only", async () => {
    await publish({ title: 'Manual Handling' });
    const other = await engine.createTenant();
    expect(
      (await other.admin<Schemas['TopicMatchView']>('POST', '/topics/match', { topic: 'Manual Handling' })).body,
    ).toEqual({
      recommended: null,
      candidates: [],
    });
  });
});
