import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { firstNeed } from '../factories/needs.js';
import { sendSignal, signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import type { TestEngine } from '../harness/engine.js';
import { startEngineWithProvider } from '../harness/engine-with-provider.js';
import { eventually } from '../harness/eventually.js';
import { askedTopics, choosing, judging } from '../harness/judgements.js';
import { type ModelCall, type ModelService, type Reply, startModelService } from '../harness/model-service.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Zemu rigging supervisor';
const COURSE = 'Rigging and Slinging of Heavy Loads';
const REASON = 'A Zemu is a chain hoist, so that the load is rigged.';

describe('topics that words leave to a person, with a model', () => {
  let service: ModelService;
  let engine: TestEngine;
  let tenant: TestTenant;
  let courseId: string;

  beforeAll(async () => {
    service = await startModelService();
    engine = await startEngineWithProvider(service, { AI_PROVIDER: 'anthropic', AI_MODEL: 'judge-1' });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    courseId = (await publishedCourse(tenant, { title: COURSE })).id;
    await publishedCourse(tenant, { title: 'Rigging for Theatre Stages' });
    service.calls.length = 0;
  });
  afterEach(() => service.answerWith(null));
  afterAll(() => engine.close());

  const need = () => firstNeed(tenant);
  const raise = (topic = TOPIC, fields = {}): Promise<unknown> =>
    sendSignal(tenant, { site: 'Yard', topic, dedupe_key: topic, ...fields });
  const tokensUsed = async (): Promise<number> => (await tenant.api.getAuthoringUsage()).tokens.used;
  const judged = (): Promise<void> => eventually(async () => expect(await tokensUsed()).toBe(600));

  it('get the course that the model finds right as a suggestion with its reason, never as a recommendation', async () => {
    service.answerWith(choosing(COURSE, REASON));
    await raise();
    await eventually(async () =>
      expect(await need()).toMatchObject({
        recommendation: { kind: 'author_one', courseId: null },
        suggestion: {
          courseId,
          title: COURSE,
          evidence: expect.arrayContaining([`the language model finds "${COURSE}" right: ${REASON}`]),
        },
      }),
    );
    const accepted = await tenant.admin('POST', `/needs/${(await need()).id}/suggestion/accept`);
    expect(accepted).toMatchObject({ status: 200, body: { recommendation: { kind: 'course', courseId } } });
  });

  it('are judged once for all their needs, and again only if other courses are closest', async () => {
    service.answerWith(choosing(COURSE, REASON));
    await raise();
    await judged();
    await raise('ZEMU rigging supervisor', { site: 'Quay' });
    await publishedCourse(tenant, { title: 'Bread Baking' });
    await tenant.resolvedNeeds();
    expect(service.calls).toHaveLength(1);
    await publishedCourse(tenant, { title: 'Trainer of Rigging Supervisors at Sea' });
    await raise(TOPIC, { severity: 4 });
    await eventually(async () => expect(service.calls).toHaveLength(2));
  });

  it('cost the tokens that the provider counts, by an entry of the ledger', async () => {
    service.answerWith(choosing(null, REASON));
    await raise();
    await judged();
    const { items } = await tenant.api.listAuthoringLedger();
    const judgement = { kind: 'judged', draftId: null, drafts: 0 };
    expect(items.map(({ kind, draftId, drafts }) => ({ kind, draftId, drafts }))).toEqual([judgement, judgement]);
    expect(items.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(600);
  });

  it('stay as they are where the plan has too few tokens left', async () => {
    await changeTenant(engine, tenant, { tokensPerMonth: 40_100 });
    await raise();
    expect(await need()).toMatchObject({ recommendation: { kind: 'author_one' } });
    await changeTenant(engine, tenant, { tokensPerMonth: 100_000 });
    await raise(TOPIC, { severity: 4 });
    await eventually(async () => expect(service.calls.length).toBeGreaterThan(0));
    expect(await tokensUsed()).toBeGreaterThan(0);
  });

  it('send nothing but topics and titles, without addresses and numbers of people', async () => {
    service.answerWith(choosing(null, REASON));
    await raise('Zemu rigging mia@example.com 4915112345678', { site: 'Secret Yard', external_worker_id: 'W-77' });
    await judged();
    const [call] = service.calls;
    expect(askedTopics(call as ModelCall)).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/^Zemu rigging/) }),
    ]);
    for (const secret of ['mia@example.com', '4915112345678', 'Secret Yard', 'W-77', tenant.slug])
      expect(call?.bytes).not.toContain(secret);
  });

  it.each<[string, Reply]>([
    ['refuses them', { status: 400 }],
    ['answers them with no JSON', { answer: 'I will not answer.' }],
  ])('are judged although the model has topics of another tenant, and %s', async (_what, refusal) => {
    const hostile = await engine.createTenant();
    await publishedCourse(hostile, { title: COURSE });
    service.answerWith((call) => (call.data.includes('hostile') ? refusal : choosing(COURSE, REASON)(call)));
    await sendSignal(hostile, { site: 'Yard', topic: 'Zemu rigging of hostile words' });
    await eventually(async () => expect(service.calls).toHaveLength(1));
    await raise();
    await eventually(async () => expect((await need()).suggestion?.evidence.join()).toContain(REASON));
  });

  it.each<[string, Reply]>([
    ['refuses another topic of the tenant', { status: 400 }],
    ['answers another topic of the tenant with no JSON', { answer: 'I will not answer.' }],
  ])('are judged although the model %s', async (_what, refusal) => {
    service.answerWith((call) => (call.data.includes('hostile') ? refusal : choosing(COURSE, REASON)(call)));
    const point = (topic: string, site = 'Yard') => signal({ site, topic });
    await tenant.send([point('Zemu rigging of hostile words'), point(TOPIC)]);
    let site = 0;
    await eventually(async () => {
      await tenant.send(point(TOPIC, `Site ${site++}`));
      const needs = await tenant.resolvedNeeds();
      const other = needs.find(({ topic }) => topic === TOPIC);
      expect(other?.suggestion?.evidence.join()).toContain(REASON);
    });
  });

  it.each<[string, (call: ModelCall) => Reply]>([
    ['names a course that was not asked about', judging(() => 99, REASON)],
    ['answers nothing', () => ({ answer: { verdicts: [] } })],
  ])('keep what words suggest if the model %s, and cost three calls at most', async (_what, reply) => {
    service.answerWith(reply);
    await raise();
    const before = (await need()).suggestion;
    await eventually(async () => expect(service.calls).not.toHaveLength(0));
    for (const severity of [2, 3, 4]) {
      await raise(TOPIC, { severity });
      await tenant.resolvedNeeds();
    }
    expect((await need()).suggestion).toEqual(before);
    expect(service.calls.length).toBeLessThanOrEqual(3);
  });
});
