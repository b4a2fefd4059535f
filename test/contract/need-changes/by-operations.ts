import { expect } from '@jest/globals';
import { addCredential } from '../../factories/credentials.js';
import { needById } from '../../factories/needs.js';
import { bulkDone, operationEnded, undo } from '../../factories/operations.js';
import { addRequirement } from '../../factories/requirements.js';
import { addManyWorkers } from '../../factories/workers.js';
import { type Stories, type Story, TOMORROW, TOPIC } from './story.js';

export const BY_OFFERS: Stories = {
  'is published with the people who are assigned the course, and again when the offer is undone': async (stage) => {
    const { tenant, hire, raise, publish, offer, expectPublished } = stage;
    await publish();
    await hire('Ada');
    await hire('Ben', 'Site B');
    const id = await raise({ external_worker_id: 'Ada' });
    const operations: string[] = [];
    await expectPublished({ need: 1, assignment: 1 }, async () => operations.push(await offer(id)));
    await expectPublished({ need: 1, assignment: 1 }, async () =>
      operations.push(await offer(id, { target: { kind: 'everyone' }, dueAt: TOMORROW })),
    );
    await expectPublished({ 'assignment deleted': 1, need: 1 }, () => undo(tenant, operations[1] ?? ''));
    await expectPublished({ 'assignment deleted': 1, need: 1 }, () => undo(tenant, operations[0] ?? ''));
  },

  'is published if everybody already holds what the need asks for': async (stage) => {
    const { tenant, hire, raise, publish, offer, expectPublished } = stage;
    await publish();
    await hire('Ada');
    await addCredential(tenant, { externalWorkerId: 'Ada', name: TOPIC, expiresAt: null });
    const id = await raise({ external_worker_id: 'Ada' });
    await expectPublished({ need: 1, need_person: 1 }, () => offer(id));
    expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
  },

  'to very many people is published step by step': async (stage) => {
    const { engine, tenant, raise, publish, offer, expectPublished } = stage;
    await addManyWorkers(engine, tenant, 1_100, { site: 'Large' });
    await publish();
    await addCredential(tenant, { externalWorkerId: 'W-1', name: TOPIC, expiresAt: null });
    const id = await raise({ site: 'Large' });
    let operation = '';
    // Offered in one transaction, and in progress, as somebody has answered it, in another.
    await expectPublished({ need: 2, need_person: 1, assignment: 1_099 }, async () => {
      operation = await offer(id);
      await operationEnded(tenant, operation);
    });
    // Who needed no course has to answer the need again.
    await expectPublished({ need: 1, need_person: 1, 'assignment deleted': 1_099 }, () => undo(tenant, operation));
  },
};

export const BY_BULK_ACTIONS: Stories = {
  'is published, and again when it is undone: dismiss': decided({ action: 'dismiss', reason: 'other' }),

  'is published, and again when it is undone: snooze': decided({ action: 'snooze', until: TOMORROW }),

  'is published, and again when it is undone: offer': async (stage) => {
    const { tenant, hire, raise, publish, expectPublished } = stage;
    await publish();
    for (const name of ['Ada', 'Ben']) await hire(name);
    const needs = [await raise({ external_worker_id: 'Ada' }), await raise({ external_worker_id: 'Ben' })];
    let operation = '';
    const offerBoth = async () => void (operation = await bulkDone(tenant, { action: 'offer', ids: needs }));
    await expectPublished({ need: 2, assignment: 2 }, offerBoth);
    await expectPublished({ need: 2, 'assignment deleted': 2 }, () => undo(tenant, operation));
  },

  'is published, and again when it is undone: offering people what they lack': async (stage) => {
    const { tenant, hire, raise, publish, expectPublished } = stage;
    const courseId = await publish();
    const workerIds = [await hire('Ada'), await hire('Ben')];
    await raise({ external_worker_id: 'Ada' });
    await addRequirement(tenant, { appliesTo: { kind: 'everyone' }, courseId });
    let operation = '';
    await expectPublished({ need: 1, assignment: 2 }, async () => {
      operation = (await tenant.api.startOfferMissing({ body: { workerIds } })).operationId ?? '';
      await operationEnded(tenant, operation);
    });
    await expectPublished({ need: 1, 'assignment deleted': 2 }, () => undo(tenant, operation));
  },
};

function decided(decision: Omit<Parameters<typeof bulkDone>[1], 'ids'>): Story {
  return async ({ tenant, opened, raise, expectPublished }) => {
    const ids = [await opened(), await raise({ site: 'Site B' })];
    let operation = '';
    const decideBoth = async () => void (operation = await bulkDone(tenant, { ...decision, ids }));
    await expectPublished({ need: 2 }, decideBoth);
    await expectPublished({ need: 2 }, () => undo(tenant, operation));
  };
}
