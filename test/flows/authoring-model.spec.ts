import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { type ModelService, startModelService } from '../harness/model-service.js';
import type { TestTenant } from '../harness/tenant.js';

interface Draft {
  status: string;
  error: string | null;
  cost: { drafts: number; tokens: number };
  lessons: Array<{ markdown: string }>;
}

interface Preview {
  requests: Array<{ step: string; instructions: string; data: string }>;
}

const STEPS = ['brief', 'outline', 'lesson 1', 'lesson 2', 'lesson 3', 'quiz', 'checks'];
/** For a draft that waits for the sweep, too. */
const WRITTEN_MS = 40_000;

let service: ModelService;
let engine: TestEngine;
let tenant: TestTenant;
let needId: string;

beforeAll(async () => {
  service = await startModelService();
  engine = await startEngine({ environment: { AI_BASE_URL: service.url, AI_MODEL: 'writer-1' } });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await tenant.send({ event: 'signal.audit', data: { site: 'Site A', topic: 'Conveyor nip points' } });
  needId = (await tenant.resolvedNeeds())[0]?.id ?? '';
});
afterEach(() => service.answerWith(null));
afterAll(async () => {
  await engine.close();
  await service.close();
});

const start = async (): Promise<string> =>
  (await tenant.admin<{ draftId: string }>('POST', `/needs/${needId}/author`, {})).body.draftId;
const draft = async (id: string): Promise<Draft> => (await tenant.admin<Draft>('GET', `/drafts/${id}`)).body;
/** Ends the wait after a failure, so that the next sweep has the step written again. A step under way keeps its lease. */
const endWait = (): Promise<object[]> =>
  engine.database.query(
    `update draft set next_attempt_at = now() where lease is null and error is not null and next_attempt_at > now()
       and tenant_id = (select id from tenant where slug = $1)`,
    [tenant.slug],
  );
const expectDraft = (id: string, expected: object): Promise<void> =>
  eventually(async () => expect(await draft(id)).toMatchObject(expected), WRITTEN_MS);
const ofTenant = (statement: string): Promise<object[]> =>
  engine.database.query(`${statement} where tenant_id = (select id from tenant where slug = $1)`, [tenant.slug]);

describe('a draft that a model writes', () => {
  it('is written step by step, and costs the tokens that the provider counts', async () => {
    const { requests } = (await tenant.admin<Preview>('GET', `/needs/${needId}/author/requests`)).body;
    const before = service.calls.length;
    const id = await start();
    await expectDraft(id, {
      status: 'ready',
      title: 'Working beside conveyors',
      topics: ['Conveyor nip points'],
      writtenBy: { kind: 'model', model: 'writer-1' },
      steps: STEPS.map((name) => expect.objectContaining({ name, status: 'done' })),
      cost: { drafts: 1, tokens: 3_000 },
      error: null,
    });
    const calls = service.calls.slice(before);
    expect(calls.map(({ step }) => step)).toEqual(['outline', 'lesson', 'lesson', 'lesson', 'quiz']);
    expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(5);
    expect(requests.map(({ step }) => step)).toEqual(STEPS.slice(1, -1));
    expect(calls[0]).toMatchObject({ instructions: requests[0]?.instructions, data: requests[0]?.data });
    expect(await ofTenant('select tokens_used, tokens_reserved from authoring_month')).toEqual([
      { tokens_used: '3000', tokens_reserved: '0' },
    ]);
  }, 60_000);

  it('shows how much of a step the model has written, while it writes', async () => {
    service.answerWith(({ step }) => (step === 'lesson' ? { stallsAfter: 2 } : {}));
    const id = await start();
    await expectDraft(id, {
      status: 'drafting',
      steps: expect.arrayContaining([{ name: 'lesson 1', status: 'waiting', characters: 100 }]),
    });
    expect((await tenant.admin('POST', `/drafts/${id}/cancel`)).status).toBe(200);
  }, 60_000);

  it('is written on when a provider that was away is back', async () => {
    let calls = 0;
    service.answerWith(() => (++calls <= 2 ? { status: 503 } : {}));
    const id = await start();
    await expectDraft(id, { error: 'the provider of the model is not available (503)' });
    await eventually(async () => {
      await endWait();
      expect(await draft(id)).toMatchObject({ status: 'ready', error: null, cost: { tokens: 3_000 } });
    }, WRITTEN_MS);
  }, 60_000);

  it('is failed at last, with the error, and never written by the outline author', async () => {
    service.answerWith(() => ({ status: 500 }));
    const id = await start();
    await expectDraft(id, { error: expect.stringContaining('(500)') });
    await ofTenant(`update draft set attempts = 9, next_attempt_at = now()`);
    await expectDraft(id, { status: 'failed', cost: { drafts: 0, tokens: 0 }, lessons: [], needs: 0 });
    expect((await tenant.admin('GET', '/authoring/usage')).body).toMatchObject({
      drafts: { used: 0, reserved: 0 },
      tokens: { used: 0 },
    });
    service.answerWith(null);
    expect((await tenant.admin('POST', `/drafts/${id}/retry`)).status).toBe(200);
    await expectDraft(id, { status: 'ready', writtenBy: { kind: 'model' } });
  }, 90_000);

  it('pays once for what was written before it failed, however often it is tried again', async () => {
    service.answerWith(({ step }) => (step === 'lesson' ? { status: 500 } : {}));
    const id = await start();
    await expectDraft(id, { error: expect.stringContaining('(500)'), cost: { tokens: 600 } });
    await ofTenant(`update draft set attempts = 9, next_attempt_at = now()`);
    await expectDraft(id, { status: 'failed' });
    const used = async (): Promise<unknown> =>
      (await ofTenant('select tokens_used::int as used from authoring_month'))[0];
    expect(await used()).toEqual({ used: 600 });
    service.answerWith(null);
    await tenant.admin('POST', `/drafts/${id}/retry`);
    await expectDraft(id, { status: 'ready', cost: { drafts: 1, tokens: 3_000 } });
    expect(await used()).toEqual({ used: 3_000 });
  }, 90_000);

  it('pays for answers that cannot be used', async () => {
    let calls = 0;
    service.answerWith(() => (++calls === 1 ? { answer: { title: '<b></b>' } } : {}));
    const id = await start();
    await eventually(async () => {
      await endWait();
      expect(await draft(id)).toMatchObject({ status: 'ready', cost: { drafts: 1, tokens: 3_600 } });
    }, WRITTEN_MS);
  }, 60_000);

  it('pays for a call that is under way when it is cancelled, and stores nothing of it', async () => {
    service.answerWith(({ step }) => (step === 'lesson' ? { delayMs: 1_500 } : {}));
    const id = await start();
    await expectDraft(id, { cost: { tokens: 600 } });
    expect((await tenant.admin('POST', `/drafts/${id}/cancel`)).status).toBe(200);
    await expectDraft(id, { status: 'cancelled', cost: { drafts: 0, tokens: 1_200 } });
    expect((await draft(id)).lessons.map(({ markdown }) => markdown)).toContain('Where it catches: what to know.');
    const balance = await ofTenant(
      'select tokens_used::int as used, drafts_used, drafts_reserved from authoring_month',
    );
    expect(balance).toEqual([{ used: 1_200, drafts_used: 0, drafts_reserved: 0 }]);
    expect(
      await ofTenant(
        'select sum(tokens_used)::int as used, sum(tokens_reserved)::int as reserved from authoring_entry',
      ),
    ).toEqual([{ used: 1_200, reserved: 0 }]);
  }, 60_000);

  it('waits as long as the provider asks for', async () => {
    service.answerWith(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
    const id = await start();
    await expectDraft(id, { status: 'drafting', error: 'the provider of the model limits its calls (429)' });
    const [waiting] = await ofTenant(
      `select extract(epoch from next_attempt_at - now())::int between 3500 and 3600 as waits from draft`,
    );
    expect(waiting).toEqual({ waits: true });
  }, 60_000);
});
