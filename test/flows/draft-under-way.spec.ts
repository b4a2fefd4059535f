import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftById, expectDraft, needToDraft, startDraft, tokensUsed } from '../factories/drafts.js';
import type { TestEngine } from '../harness/engine.js';
import { startEngineWithWriter } from '../harness/engine-with-provider.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import type { ModelService } from '../harness/model-service.js';
import type { TestTenant } from '../harness/tenant.js';

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

const ofTenant = (statement: string): Promise<object[]> =>
  engine.database.query(`${statement} where tenant_id = $1`, [tenant.id]);
/** Waits until the model is asked for a step. */
const asked = (step: string): Promise<void> =>
  eventually(() => Promise.resolve(expect(service.calls.map((call) => call.step)).toContain(step)));

describe('a draft that a model is writing', () => {
  it('shows how much of a step the model has written, while it writes', async () => {
    service.answerWith(({ step }) => (step === 'lesson' ? { stallsAfter: 2 } : {}));
    const id = await startDraft(tenant, needId);
    await expectDraft(tenant, id, {
      status: 'drafting',
      steps: expect.arrayContaining([{ name: 'lesson 1', status: 'waiting', characters: 100 }]),
    });
    await tenant.api.cancelDraft({ path: { id } });
  });

  it('pays for a call that is under way when it is cancelled, and stores nothing of it', async () => {
    const held = Promise.withResolvers<void>();
    service.answerWith(({ step }) => (step === 'lesson' ? { until: held.promise } : {}));
    const id = await startDraft(tenant, needId);
    await asked('lesson');
    await expectDraft(tenant, id, { cost: { tokens: 600 } });
    const { updatedAt } = await tenant.api.cancelDraft({ path: { id } });
    held.resolve();
    await expectDraft(tenant, id, { status: 'cancelled', cost: { drafts: 0, tokens: 1_200 }, updatedAt });
    const { lessons } = await draftById(tenant, id);
    expect(lessons.map(({ markdown }) => markdown)).toContain('Where it catches: what to know.');
    expect(await tokensUsed(engine, tenant)).toBe(1_200);
    const unused = { drafts_used: 0, drafts_reserved: 0 };
    expect(await ofTenant('select drafts_used, drafts_reserved from authoring_month')).toEqual([unused]);
    const sums = 'select sum(tokens_used)::int as used, sum(tokens_reserved)::int as reserved from authoring_entry';
    expect(await ofTenant(sums)).toEqual([{ used: 1_200, reserved: 0 }]);
  });

  it('does not pay again for a lost call, which another worker has counted, if it is cancelled then', async () => {
    const held = Promise.withResolvers<void>();
    service.answerWith(({ step }) => (step === 'outline' ? { until: held.promise } : {}));
    const id = await startDraft(tenant, needId);
    await asked('outline');
    // As another worker that takes the step.
    await ofTenant('update draft set lease = uuid_next(), spent_tokens = 8000');
    await tenant.api.cancelDraft({ path: { id } });
    expect(await tokensUsed(engine, tenant)).toBe(8_000);
    held.resolve();
    // The job writes another draft once it has processed the answer.
    await expectDraft(tenant, await startDraft(tenant, needId), { status: 'ready', cost: { tokens: 3_000 } });
    expect(await tokensUsed(engine, tenant)).toBe(11_000);
  });

  describe('in the stream of changes', () => {
    let client: EventStream;
    beforeEach(async () => {
      client = await EventStream.open(engine.url, tenant.adminToken);
    });
    afterEach(() => client.close());

    /** Starts a draft, and waits until its outline is stored, long after the draft was begun. @returns its id */
    async function outlinedDraft(lesson: object): Promise<string> {
      service.answerWith(({ step }) => (step === 'outline' ? { delayMs: 1_000 } : step === 'lesson' ? lesson : {}));
      const id = await startDraft(tenant, needId);
      await expectDraft(tenant, id, { status: 'drafting', title: 'Working beside conveyors' });
      return id;
    }

    it('is contained while the model writes', async () => {
      const id = await outlinedDraft({ stallsAfter: 2 });
      const before = client.timesSent('draft', id);
      await eventually(async () => expect(client.timesSent('draft', id)).toBeGreaterThan(before), 8_000);
      await expectDraft(tenant, id, { status: 'drafting' });
    });

    it('is followed by the need that waits for it, when it is ready', async () => {
      const id = await outlinedDraft({ delayMs: 500 });
      const before = client.timesSent('need', needId);
      await expectDraft(tenant, id, { status: 'ready' });
      await eventually(async () => expect(client.timesSent('need', needId)).toBeGreaterThan(before), 5_000);
    });
  });
});
