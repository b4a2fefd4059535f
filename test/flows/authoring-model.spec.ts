import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftById, expectDraft as expectDraftOf, needToDraft, startDraft, tokensUsed } from '../factories/drafts.js';
import { changeTenant } from '../factories/tenants.js';
import type { TestEngine } from '../harness/engine.js';
import { startEngineWithWriter } from '../harness/engine-with-provider.js';
import { eventually } from '../harness/eventually.js';
import type { ModelService } from '../harness/model-service.js';
import type { TestTenant } from '../harness/tenant.js';

const STEPS = ['brief', 'outline', 'lesson 1', 'lesson 2', 'lesson 3', 'quiz', 'checks'];

let service: ModelService;
let engine: TestEngine;
let tenant: TestTenant;
let needId: string;

beforeAll(async () => {
  ({ service, engine } = await startEngineWithWriter());
});
beforeEach(async () => {
  ({ tenant, needId } = await needToDraft(engine, service));
});
afterEach(() => service.answerWith(null));
afterAll(() => engine.close());

const expectDraft = (id: string, expected: object): Promise<void> => expectDraftOf(tenant, id, expected);
const ofTenant = (statement: string, condition = 'true'): Promise<object[]> =>
  engine.database.query(`${statement} where tenant_id = $1 and ${condition}`, [tenant.id]);
/**
 * Waits until a draft is as expected. The next sweep has a failed step written again; one under way keeps its lease.
 */
const expectRetried = (id: string, expected: object): Promise<void> =>
  eventually(async () => {
    const waiting = 'lease is null and error is not null and next_attempt_at > now()';
    await ofTenant('update draft set next_attempt_at = now()', waiting);
    expect(await draftById(tenant, id)).toMatchObject(expected);
  });

describe('a draft that a model writes', () => {
  it('costs a dry run what it will reserve, and the drafts that are left are those that the tokens allow', async () => {
    await changeTenant(engine, tenant, { tokensPerMonth: 99_999 });
    const figures = { drafts: 1, tokens: 40_000, left: 2 };
    expect(await tenant.api.authorNeed({ path: { id: needId }, body: { dryRun: true } })).toEqual(figures);
    const ofMany = await tenant.api.startBulk({ body: { action: 'author', ids: [needId], dryRun: true } });
    expect(ofMany).toMatchObject(figures);
  });

  it('is written step by step, and costs the tokens that the provider counts', async () => {
    const { requests } = await tenant.api.getRequestPreview({ path: { id: needId } });
    const id = await startDraft(tenant, needId);
    await expectDraft(id, {
      status: 'ready',
      title: 'Working beside conveyors',
      topics: ['Conveyor nip points'],
      writtenBy: { kind: 'model', model: 'writer-1' },
      steps: STEPS.map((name) => expect.objectContaining({ name, status: 'done' })),
      cost: { drafts: 1, tokens: 3_000 },
      error: null,
    });
    const { calls } = service;
    expect(calls.map(({ step }) => step)).toEqual(['outline', 'lesson', 'lesson', 'lesson', 'quiz']);
    expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(5);
    expect(requests.map(({ step }) => step)).toEqual(STEPS.slice(1, -1));
    expect(calls[0]).toMatchObject({ instructions: requests[0]?.instructions, data: requests[0]?.data });
    expect(await ofTenant('select tokens_used, tokens_reserved from authoring_month')).toEqual([
      { tokens_used: '3000', tokens_reserved: '0' },
    ]);
  });

  it('is written on when a provider that was away is back', async () => {
    let calls = 0;
    service.answerWith(() => (++calls <= 2 ? { status: 503 } : {}));
    const id = await startDraft(tenant, needId);
    await expectDraft(id, { error: 'the provider of the model is not available (503)' });
    await expectRetried(id, { status: 'ready', error: null, cost: { tokens: 3_000 } });
  });

  it('is failed at last, with the error, and never written by the outline author', async () => {
    service.answerWith(() => ({ status: 500 }));
    const id = await startDraft(tenant, needId);
    await expectDraft(id, { error: expect.stringContaining('(500)') });
    await ofTenant(`update draft set failures = '{"unavailable": 9}', next_attempt_at = now()`);
    await expectDraft(id, { status: 'failed', cost: { drafts: 0, tokens: 0 }, lessons: [], needs: 0 });
    const unused = { drafts: { used: 0, reserved: 0 }, tokens: { used: 0 } };
    expect(await tenant.api.getAuthoringUsage()).toMatchObject(unused);
    service.answerWith(null);
    // As if another model had been configured then.
    await ofTenant(`update draft set model = 'writer-0'`);
    await tenant.api.retryDraft({ path: { id } });
    await expectDraft(id, { status: 'ready', writtenBy: { kind: 'model', model: 'writer-1' } });
  });

  it('pays once for what was written before it failed, however often it is tried again', async () => {
    service.answerWith(({ step }) => (step === 'lesson' ? { status: 500 } : {}));
    const id = await startDraft(tenant, needId);
    await expectDraft(id, { error: expect.stringContaining('(500)'), cost: { tokens: 600 } });
    await ofTenant(`update draft set failures = '{"unavailable": 9}', next_attempt_at = now()`);
    await expectDraft(id, { status: 'failed' });
    expect(await tokensUsed(engine, tenant)).toBe(600);
    service.answerWith(null);
    await tenant.api.retryDraft({ path: { id } });
    await expectDraft(id, { status: 'ready', cost: { drafts: 1, tokens: 3_000 } });
    expect(await tokensUsed(engine, tenant)).toBe(3_000);
  });

  it('may get a wrong answer after an outage, which does not use up its attempts', async () => {
    let calls = 0;
    service.answerWith(() => (++calls <= 4 ? { status: 503 } : calls === 5 ? { answer: 'Sure!' } : {}));
    const id = await startDraft(tenant, needId);
    await expectRetried(id, { status: 'ready', cost: { tokens: 3_600 } });
  });

  it('pays for answers that cannot be used', async () => {
    let calls = 0;
    service.answerWith(() => (++calls === 1 ? { answer: { title: '<b></b>' } } : {}));
    const id = await startDraft(tenant, needId);
    await expectRetried(id, { status: 'ready', cost: { drafts: 1, tokens: 3_600 } });
  });

  it('waits as long as the provider asks for', async () => {
    service.answerWith(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
    const id = await startDraft(tenant, needId);
    await expectDraft(id, { status: 'drafting', error: 'the provider of the model limits its calls (429)' });
    const waits = 'select extract(epoch from next_attempt_at - now())::int between 3500 and 3600 as waits from draft';
    expect(await ofTenant(waits)).toEqual([{ waits: true }]);
    // It is no further attempt to find that out again, as while the breaker is open, or when the worker stops.
    await ofTenant(`update draft set failures = '{"unavailable": 9}', next_attempt_at = now()`);
    await expectDraft(id, { status: 'drafting', error: 'the provider of the model has asked to wait' });
  });
});
