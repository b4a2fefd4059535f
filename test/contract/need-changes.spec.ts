import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { NeedChangeRecord } from '../harness/need-change-record.js';
import { BY_BULK_ACTIONS, BY_OFFERS } from './need-changes/by-operations.js';
import { BY_LEAVERS, BY_PEOPLE } from './need-changes/by-people.js';
import { BY_RESOLUTION, BY_SIGNALS } from './need-changes/by-signals.js';
import { type Stage, stageOf } from './need-changes/story.js';

/**
 * Every transaction that changes needs, their people, assignments or completions publishes all that it changed.
 * Triggers note what changes, so that a write without a publication is found whatever code it is in.
 */
describe('a change of needs', () => {
  let engine: TestEngine;
  let record: NeedChangeRecord;
  let stage: Stage;

  beforeAll(async () => {
    engine = await startEngine();
    record = await NeedChangeRecord.of(engine);
  });
  beforeEach(async () => {
    stage = stageOf(engine, await engine.createTenant(), record);
    await record.clear();
  });
  afterAll(() => engine.close());

  describe.each([
    ['by resolution', BY_RESOLUTION],
    ['by a signal', BY_SIGNALS],
    ['by a person', BY_PEOPLE],
    ['by an offer', BY_OFFERS],
    ['by a bulk action', BY_BULK_ACTIONS],
    ['by a worker who leaves', BY_LEAVERS],
  ])('%s', (_by, stories) => {
    it.each(Object.entries(stories))('%s', async (_what, expectStory) => {
      await expectStory(stage);
    });
  });
});
