import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { expectDraft, startDraft } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import type { TestEngine } from '../harness/engine.js';
import { startEngineWithProvider } from '../harness/engine-with-provider.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import { type ModelService, startModelService } from '../harness/model-service.js';
import type { TestTenant } from '../harness/tenant.js';

let service: ModelService;
let engine: TestEngine;
let tenant: TestTenant;
let client: EventStream;
let needId: string;

beforeAll(async () => {
  service = await startModelService();
  engine = await startEngineWithProvider(service, { AI_MODEL: 'writer-1' });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  needId = (await raisedNeed(tenant, { site: 'Site A', topic: 'Conveyor nip points' })).id;
  client = await EventStream.open(engine.url, tenant.adminToken);
});
afterEach(() => client.close());
afterAll(() => engine.close());

/** Starts a draft, and waits until its outline is stored, long after the draft was begun. @returns its id */
async function outlinedDraft(lesson: object): Promise<string> {
  service.answerWith(({ step }) => (step === 'outline' ? { delayMs: 1_000 } : step === 'lesson' ? lesson : {}));
  const id = await startDraft(tenant, needId);
  await expectDraft(tenant, id, { status: 'drafting', title: 'Working beside conveyors' });
  return id;
}

describe('the stream of changes', () => {
  it('contains a draft while a model writes it', async () => {
    const id = await outlinedDraft({ stallsAfter: 2 });
    const before = client.timesSent('draft', id);
    await eventually(async () => expect(client.timesSent('draft', id)).toBeGreaterThan(before), 8_000);
    await expectDraft(tenant, id, { status: 'drafting' });
  });

  it('contains a need when the draft that it waits for is ready', async () => {
    const id = await outlinedDraft({ delayMs: 500 });
    const before = client.timesSent('need', needId);
    await expectDraft(tenant, id, { status: 'ready' });
    await eventually(async () => expect(client.timesSent('need', needId)).toBeGreaterThan(before), 5_000);
  });
});
