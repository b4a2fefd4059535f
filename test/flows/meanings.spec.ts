import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { publishedCourse } from '../factories/courses.js';
import { COURSE, VECTORS, matchKnown, matchTopic } from '../factories/meanings.js';
import { expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { type EmbeddingService, type Fault, startEmbeddingService } from '../harness/embedding-service.js';
import type { TestEngine } from '../harness/engine.js';
import { startEngineWithProvider } from '../harness/engine-with-provider.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

describe('meanings', () => {
  let service: EmbeddingService;
  let engine: TestEngine;
  let tenant: TestTenant;
  let course: string;

  beforeAll(async () => {
    service = await startEmbeddingService(VECTORS);
    engine = await startEngineWithProvider(service, { AI_API_KEY: 'key', AI_MODEL: 'nearby' });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    course = await publish(COURSE);
  });
  afterEach(() => service.answerWith(null));
  afterAll(() => engine.close());

  const publish = async (title: string): Promise<string> => (await publishedCourse(tenant, { title })).id;
  const send = (topic: string) => sendSignal(tenant, { site: 'Yard', topic });
  const match = (topic: string) => matchTopic(tenant, topic);
  const known = (topic: string) => matchKnown(tenant, topic);
  const readiness = async (): Promise<unknown> => (await httpCall('GET', `${engine.url}/engine/health/ready`)).json();
  const rename = (title: string) => tenant.api.changeCourse({ path: { id: course }, body: { title } });

  it('recommend a course in the background if head word and setting agree, with evidence', async () => {
    const { id } = await raisedNeed(tenant, { site: 'Yard', topic: 'Zorbed hygiene of frobnicators' });
    const evidence = ['means nearly the same (0.83)', expect.any(String), expect.any(String), expect.any(String)];
    const recommendation = { kind: 'course', courseId: course, evidence };
    await expectNeed(tenant, id, { recommendation });
    const { history } = await needById(tenant, id);
    expect(history[0]).toMatchObject({
      action: 'need.rematched',
      after: { evidence: expect.arrayContaining(['means nearly the same (0.83)']) },
    });
    expect((await match('Zorbed hygiene of frobnicators')).recommended).toBe(course);
    expect(service.callers[0]).toEqual({ model: 'nearby', authorization: 'Bearer key', path: '/v1/embeddings' });
  });

  it.each(['Gribble polish', 'Hygiene of frobnicators in kitchens', 'Inspecting frobnicators'])(
    'recommend nothing alone, and show similar courses: %j',
    async (topic) => {
      const { recommended, candidates } = await known(topic);
      expect(recommended).toBeNull();
      const near = expect.stringMatching(/^(means nearly the same|is near in meaning) \(0\.\d\d\)$/);
      expect(candidates[0]).toMatchObject({ courseId: course, evidence: expect.arrayContaining([near]) });
      expect(candidates[0]?.score).toBeLessThanOrEqual(0.5);
    },
  );

  it('follow a course that is edited, archived and published again', async () => {
    await known('Gribble polish');
    await tenant.api.archiveCourse({ path: { id: course } });
    expect((await match('Gribble polish')).candidates).toEqual([]);
    await tenant.api.publishCourse({ path: { id: course } });
    expect((await match('Gribble polish')).candidates).toHaveLength(1);
    await rename('Something Else');
    expect((await match('Gribble polish')).candidates).toEqual([]);
    const calls = service.asked.length;
    await rename(COURSE);
    expect((await match('Gribble polish')).candidates).toHaveLength(1);
    expect(service.asked.slice(calls)).not.toContain(COURSE);
  });

  it('of a title are forgotten a month after no course has it any more', async () => {
    await known('Gribble polish');
    const stored = `select text_key from text_embedding where tenant_id = $1 and kind = 'title'
      union all select title_key from text_likeness where tenant_id = $1`;
    const rows = () => engine.database.query(stored, [tenant.id]);
    const ofTitle = (title: string): object => ({ text_key: title });
    expect(await rows()).toEqual([ofTitle('frobnicator cleaning'), ofTitle('frobnicator cleaning')]);
    const age = `update text_embedding set made_at = made_at - interval '31 days' where tenant_id = $1`;
    await engine.database.query(age, [tenant.id]);
    await rename('Something Else');
    await eventually(async () => expect(await rows()).toEqual([ofTitle('something else')]));
  });

  it('that the service does not compute are reported in the log, once, and by the readiness probe', async () => {
    const [warn, log] = (['warn', 'log'] as const).map((level) => jest.spyOn(Logger.prototype, level));
    const missed = 'no embeddings by the model "nearby", because it answers 404';
    service.answerWith({ status: 404, body: '{"error":{}}', headers: { 'retry-after': '1' } });
    const calls = service.callers.length;
    await match('Gribble polish');
    await eventually(async () => expect(service.callers.length).toBeGreaterThan(calls + 1));
    expect(warn?.mock.calls.filter(([text]) => String(text).startsWith(missed))).toHaveLength(1);
    const problem = 'no embeddings, because it answers 404: topics are matched by words only';
    expect(await readiness()).toMatchObject({ status: 'ok', checks: { embeddings: problem } });
    service.answerWith(null);
    const again = 'the model "nearby" computes embeddings again';
    await eventually(() => Promise.resolve(expect(log?.mock.calls.flat()).toContain(again)));
    expect(await readiness()).toMatchObject({ checks: { embeddings: 'ok' } });
    jest.restoreAllMocks();
  });

  it.each<[string, Fault]>([
    ['wants fewer calls', { status: 429, body: '', headers: { 'retry-after': '1' } }],
    ['answers garbage', { status: 200, body: '<html>', headers: {} }],
    ['answers too few vectors', { status: 200, body: '{"data":[]}' }],
    ['is broken', { status: 500, body: '{"error":{}}', headers: { 'retry-after': '1' } }],
    ['never answers', { status: 200, body: '', hangs: true }],
  ])('are not needed while the service %s', async (_what, fault) => {
    service.answerWith(fault);
    const calls = service.callers.length;
    await send('Zorbed hygiene of frobnicators');
    expect((await tenant.resolvedNeeds()).map(({ recommendation }) => recommendation.kind)).toEqual(['author_one']);
    expect((await match('Zorbed hygiene of frobnicators')).recommended).toBeNull();
    // The engine gives up a call after ten seconds.
    expect(service.abandoned).toBe(0);
    if (fault.headers?.['retry-after'] === undefined) return;
    await eventually(async () => expect(service.callers.length).toBeGreaterThan(calls));
    service.answerWith(null);
    await eventually(async () => expect((await match('Zorbed hygiene of frobnicators')).recommended).toBe(course));
  });
});
