import { expect } from '@jest/globals';
import { decide, needById } from '../../factories/needs.js';
import { changeWorker } from '../../factories/workers.js';
import { type Stories, TOMORROW } from './story.js';

export const BY_PEOPLE: Stories = {
  'is published by the transaction of each decision': async ({ tenant, opened, expectPublished }) => {
    const id = await opened();
    await expectPublished({ need: 1 }, () => decide(tenant, id, 'snooze', { until: TOMORROW }));
    await expectPublished({ need: 1 }, () => decide(tenant, id, 'reopen'));
    await expectPublished({ need: 1 }, () => decide(tenant, id, 'dismiss', { reason: 'duplicate' }));
  },

  'is published by the transaction that completes an assignment': async (stage) => {
    const { tenant, hire, opened, publish, offer, complete, expectPublished } = stage;
    await publish();
    for (const name of ['Ada', 'Ben']) await hire(name);
    const id = await opened();
    await offer(id);
    // The need is in progress, and then completed.
    await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, () => complete('Ada'));
    await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, () => complete('Ben'));
    expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
  },

  'is published by the transaction that extends, reassigns or cancels an assignment': async (stage) => {
    const { hire, raise, publish, offer, act, expectPublished } = stage;
    await publish();
    const [, workerId] = [await hire('Ada'), await hire('Ben', 'Site B')];
    const id = await raise({ external_worker_id: 'Ada' });
    await offer(id);
    await expectPublished({ assignment: 1 }, () => act('Ada', 'extend', { dueAt: TOMORROW }));
    await expectPublished({ assignment: 2, need: 1 }, () => act('Ada', 'reassign', { workerId }));
    await expectPublished({ assignment: 1 }, () => act('Ben', 'cancel'));
    await offer(id);
    await expectPublished({ assignment: 1, need: 1 }, () => act('Ada', 'cancel'));
  },

  'is published by the transaction that assigns a course without a need': async (stage) => {
    const { tenant, hire, raise, publish, complete, expectPublished } = stage;
    const courseId = await publish();
    const workerIds = [await hire('Ada'), await hire('Ben')];
    const id = await raise({ external_worker_id: 'Ada' });
    await expectPublished({ assignment: 2 }, () => tenant.admin('POST', '/assignments', { courseId, workerIds }));
    await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, () => complete('Ada'));
    expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
  },

  'is rolled back if a listener throws': async ({ tenant, record, opened }) => {
    const id = await opened();
    const { version } = await needById(tenant, id);
    record.isRefused = true;
    const { status } = await decide(tenant, id, 'dismiss', { reason: 'duplicate' });
    record.isRefused = false;
    expect(status).toBe(500);
    expect(await needById(tenant, id)).toMatchObject({ status: 'open', version });
  },
};

export const BY_LEAVERS: Stories = {
  'is published with the needs that are closed or no longer reach the worker': async (stage) => {
    const { tenant, hire, opened, raise, publish, offer, expectPublished } = stage;
    await publish();
    const ada = await hire('Ada');
    for (const id of [await opened(), await raise({ external_worker_id: 'Ada' })]) await offer(id);
    const leave = () => changeWorker(tenant, ada, { active: false });
    await expectPublished({ need: 2, 'need_person deleted': 1, assignment: 1 }, leave);
  },

  "is published with a cohort's need that all others have answered": async (stage) => {
    const { tenant, hire, opened, publish, offer, complete, expectPublished } = stage;
    await publish();
    const [ada] = [await hire('Ada'), await hire('Ben')];
    const id = await opened();
    await offer(id);
    await complete('Ben');
    const leave = () => tenant.api.removeWorker({ path: { id: ada } });
    await expectPublished({ need: 1, 'need_person deleted': 1, assignment: 1 }, leave);
    expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
  },
};
