import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TopicMatcher, TopicMatching } from '#catalog';
import { draftById, expectDraft, readyDraft, startDraft } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a draft whose courses and documents', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const start = async (topic: string): Promise<string> => {
    const { id } = await raisedNeed(tenant, { site: 'Site A', topic });
    return startDraft(tenant, id, { force: true });
  };

  it('are being searched can be cancelled', async () => {
    const needId = (await raisedNeed(tenant, { site: 'Site A', topic: 'Press guarding' })).id;
    await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table passage in access exclusive mode');
      const id = await startDraft(tenant, needId);
      await eventuallyLocked(engine);
      expect(await tenant.api.cancelDraft({ path: { id } })).toMatchObject({ status: 'cancelled' });
    });
  });

  it('cannot be read is tried again, and delays no other draft', async () => {
    const matching = engine.app.get(TopicMatching);
    const matcherOf = matching.matcherOf.bind(matching);
    matching.matcherOf = async (tx): Promise<TopicMatcher> => {
      const matcher = await matcherOf(tx);
      return {
        match: (topic, category) => {
          if (topic === 'Poison') throw new Error('the topic is poison');
          return matcher.match(topic, category);
        },
      };
    };
    let poisoned = '';
    try {
      poisoned = await start('Poison');
      await readyDraft(tenant, await start('Press guarding'));
      const error = 'the courses and documents about the topic could not be read';
      await expectDraft(tenant, poisoned, { status: 'drafting', error });
    } finally {
      matching.matcherOf = matcherOf;
    }
    await readyDraft(tenant, poisoned);
    expect(await draftById(tenant, poisoned)).toMatchObject({ error: null });
  });
});
