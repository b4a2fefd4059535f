import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftCourse } from '../factories/courses.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const MAX_COURSES = 20_000;
const MAX_NAMES = 30_000;
const MAX_SYNONYMS = 5_000;

describe('a library', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const draft = async (body: object): Promise<string> => (await draftCourse(tenant, body)).id;
  const refusal = async (method: string, path: string, body?: object): Promise<unknown[]> => {
    const answer = await tenant.admin<Schemas['Problem']>(method, path, body);
    return [answer.status, answer.body.code, answer.body.detail];
  };
  const status = async (method: string, path: string, body?: object): Promise<number> =>
    (await tenant.admin(method, path, body)).status;
  const recommended = async (topic: string): Promise<string | null> =>
    (await tenant.admin<Schemas['TopicMatchView']>('POST', '/topics/match', { topic })).body.recommended;
  const topics = (count: number): string[] => Array.from({ length: count }, (_value, index) => `Ladder ${index}`);

  const insertPublished = (courses: number, topicsOfEach: number): Promise<unknown> =>
    engine.database.query(
      `insert into course (tenant_id, id, title, topics, status)
       select tenant.id, gen_random_uuid(), 'Course ' || number,
         array(select 'topic ' || number || ' ' || topic from generate_series(1, $2::integer) as topic), 'published'
       from tenant, generate_series(1, $1::integer) as number where slug = $3`,
      [courses, topicsOfEach, tenant.slug],
    );
  const insertSynonyms = (synonyms: number): Promise<unknown> =>
    engine.database.query(
      `insert into topic_synonym (tenant_id, id, topic, topic_key, means, status, origin)
       select tenant.id, gen_random_uuid(), 'term ' || number, 'term ' || number, 'Ladders', 'accepted', 'entered'
       from tenant, generate_series(1, $1::integer) as number where slug = $2`,
      [synonyms, tenant.slug],
    );

  it('refuses further published courses at its limit, with the limit in the error', async () => {
    await insertPublished(MAX_COURSES - 1, 0);
    const [first, second] = [await draft({ title: 'The last one' }), await draft({ title: 'One too many' })];
    expect(await status('POST', `/courses/${first}/publish`)).toBe(200);
    expect(await refusal('POST', `/courses/${second}/publish`)).toEqual([
      409,
      'library_full',
      'a library has at most 20,000 published courses: archive courses, or take topics out',
    ]);
    expect((await tenant.admin<{ status: string }>('GET', `/courses/${second}`)).body.status).toBe('draft');
    expect(await status('POST', `/courses/${first}/publish`)).toBe(200);
    expect(await status('POST', `/courses/${first}/archive`)).toBe(200);
    expect(await status('POST', `/courses/${second}/publish`)).toBe(200);
  });

  it('refuses further titles and topics at its limit, of a new or a changed course', async () => {
    await insertPublished(MAX_NAMES / 50 - 1, 49);
    const course = await draft({ title: 'Ladders', topics: topics(49) });
    const other = await draft({ title: 'One too many' });
    expect(await status('POST', `/courses/${course}/publish`)).toBe(200);
    const full = [
      409,
      'library_full',
      'a library has at most 30,000 titles and topics of published courses: archive courses, or take topics out',
    ];
    expect(await refusal('POST', `/courses/${other}/publish`)).toEqual(full);
    expect(await refusal('PATCH', `/courses/${course}`, { topics: topics(50) })).toEqual(full);
    expect(await status('PATCH', `/courses/${course}`, { topics: topics(2) })).toBe(200);
    expect(await status('PATCH', `/courses/${course}`, { topics: topics(3) })).toBe(200);
  });

  it('refuses further accepted synonyms at its limit, entered or accepted', async () => {
    await insertSynonyms(MAX_SYNONYMS - 1);
    const beast = { topic: 'the Beast', means: 'Ladders' };
    const monster = { topic: 'the Monster', means: 'Ladders' };
    const { body } = await tenant.admin<{ id: string }>('POST', '/topics/synonyms', beast);
    const full = [
      409,
      'too_many_synonyms',
      'a library has at most 5,000 accepted synonyms: delete or reject others first',
    ];
    expect(await refusal('POST', '/topics/synonyms', monster)).toEqual(full);
    expect(await status('POST', `/topics/synonyms/${body.id}/reject`)).toBe(200);
    expect(await status('POST', '/topics/synonyms', monster)).toBe(201);
    expect(await refusal('POST', `/topics/synonyms/${body.id}/accept`)).toEqual(full);
  });

  it('is matched completely at its limits', async () => {
    await insertPublished(MAX_COURSES, 0);
    expect(await recommended(`Course ${MAX_COURSES}`)).not.toBeNull();
  });

  it.each([
    ['U+FDFA', '\ufdfa'],
    ['U+3316', '\u3316'],
    ['a letter with marks', 'a\u0301'],
    ['an emoji', '😀'],
  ])('is matched with names that repeat %s, which normalisation may make longer', async (_name, unit) => {
    const [topic, title] = [unit.repeat(Math.floor(255 / unit.length)), unit.repeat(Math.floor(200 / unit.length))];
    const course = await draft({ title, topics: [topic] });
    expect(await status('POST', `/courses/${course}/publish`)).toBe(200);
    expect(await status('POST', '/topics/synonyms', { topic, courseId: course })).toBe(201);
    expect(await recommended(topic)).toBe(course);
  });
});
