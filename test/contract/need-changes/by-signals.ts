import { expect } from '@jest/globals';
import { ids } from '#platform/database';
import { addCredential } from '../../factories/credentials.js';
import { decide, needById } from '../../factories/needs.js';
import { sendSignal } from '../../factories/signals.js';
import { changeWorker } from '../../factories/workers.js';
import { eventually } from '../../harness/eventually.js';
import { type Stories, type Story, TOMORROW, TOPIC } from './story.js';

export const BY_RESOLUTION: Stories = {
  'is published by the transaction that stores the resolution': ({ opened, expectPublished }) =>
    expectPublished({ need: 1 }, opened),

  'is published with the people whom the need no longer reaches': async (stage) => {
    const { tenant, hire, opened, raise, expectPublished } = stage;
    const worker = await hire('Ada');
    await opened();
    await raise({ site: 'Site B' });
    await expectPublished({ need_person: 1, 'need_person deleted': 1 }, () =>
      changeWorker(tenant, worker, { site: 'Site B' }),
    );
  },

  'is published if a change of the library changes the recommendation': async (stage) => {
    const { tenant, opened, publish, expectPublished } = stage;
    const id = await opened();
    await expectPublished({ need: 1 }, async () => {
      await publish();
      await eventually(async () => expect((await needById(tenant, id)).recommendation.kind).toBe('course'));
    });
  },

  'is published if a newer credential answers the need, with the worker whose assignment is cancelled': async (
    stage,
  ) => {
    const { tenant, hire, raise, publish, offer, statusIs, expectPublished } = stage;
    await publish();
    for (const name of ['Ada', 'Ben']) await hire(name);
    const dated = { external_worker_id: 'Ada', payload: { expires_at: '2098-05-01' } };
    const id = await raise(dated, 'credential_expiring');
    await offer(id, { target: { kind: 'site', id: 'Site A' } });
    await expectPublished({ need: 1, need_person: 1, assignment: 2 }, async () => {
      await addCredential(tenant, { externalWorkerId: 'Ada', name: TOPIC, expiresAt: '2099-05-01' });
      await statusIs(id, 'completed');
    });
  },

  'is published by the transaction that wakes a need at the end of its snooze': async (stage) => {
    const { tenant, record, opened, statusIs, expectPublished } = stage;
    const id = await opened();
    await decide(tenant, id, 'snooze', { until: TOMORROW });
    await expectPublished({ need: 1 }, async () => {
      await record.queryWithoutRecording('update need set snoozed_until = now() where tenant_id = $1', [tenant.id]);
      await statusIs(id, 'open');
    });
  },
};

export const BY_SIGNALS: Stories = {
  'that raises its severity is published by the job that resolves needs': joining({ severity: 4 }),

  'that says that its condition is over is published by the job that resolves needs': joining({ action: 'resolve' }),

  'that reports a completion is published by the transaction that applies it': async (stage) => {
    const { tenant, hire, raise, publish, offer, statusIs, expectPublished } = stage;
    await publish();
    await hire('Ada');
    const id = await raise({ external_worker_id: 'Ada' });
    await offer(id);
    await expectPublished({ need: 1, need_person: 1, assignment: 1, completion: 1 }, async () => {
      await sendSignal(tenant, { external_worker_id: 'Ada', topic: TOPIC }, 'course_completed');
      await statusIs(id, 'completed');
    });
  },

  'that reports a completion without a need is published, too': async ({ tenant, hire, expectPublished }) => {
    await hire('Ada');
    const report = () => sendSignal(tenant, { external_worker_id: 'Ada', topic: 'Juggling' }, 'course_completed');
    await expectPublished({ completion: 1 }, report);
  },
};

function joining(data: object): Story {
  return async ({ tenant, record, raise }) => {
    const id = await raise({ site: 'Site A', dedupe_key: 'k' });
    await record.clear();
    await sendSignal(tenant, { site: 'Site A', dedupe_key: 'k', ...data });
    await eventually(async () => expect(record.hasNeed(ids.parse('need', id) ?? '')).toBe(true));
  };
}
