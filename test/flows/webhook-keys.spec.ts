import { beforeAll, describe, expect, it } from '@jest/globals';
import { needAbout } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const CREATED = { ok: true, applied: true, signalId: expect.stringMatching(/^sig_[0-9a-z]{26}$/), deduped: false };
const JOINED = { ok: true, applied: true, deduped: true };

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

async function answerTo(data: object, type = 'incident'): Promise<unknown> {
  const response = await tenant.send(signal(data, type));
  expect(response.status).toBe(200);
  return response.json();
}

describe('a signed data point', () => {
  it('has its type in event, or in data.type if event is "signal", with the same key', async () => {
    expect(await answerTo({ site: 'S', topic: 'two forms' }, 'policy_updated')).toEqual(CREATED);
    const typeless = { event: 'signal', data: { type: 'policy_updated', site: 'S', topic: 'two forms' } };
    expect(await (await tenant.send(typeless)).json()).toEqual(JOINED);
    expect(await answerTo({ type: 'incident', site: 'S', topic: 'two forms' }, 'policy_updated')).toEqual(JOINED);
    expect(await needAbout(tenant, 'two forms')).toMatchObject({ type: 'policy_updated', signalCount: 3 });
  });

  it('is about the worker with the external id, else with the e-mail, else with the learner id', async () => {
    const topic = 'worker keys';
    const all = { external_worker_id: 'W-1', email: 'a@acme.com', learner_id: 'L-1', site: 'S', topic };
    expect(await answerTo(all)).toEqual(CREATED);
    expect(await answerTo({ ...all, email: 'new@acme.com', learner_id: null, site: 'Elsewhere' })).toEqual(JOINED);
    expect(await answerTo({ ...all, external_worker_id: null })).toEqual(CREATED);
    expect(await answerTo({ ...all, external_worker_id: '', email: 'A@ACME.COM', learner_id: 'L-2' })).toEqual(JOINED);
    expect(await answerTo({ learner_id: 'L-1', site: 'S', topic })).toEqual(CREATED);
    expect(await answerTo({ site: 'S', topic })).toEqual(CREATED);
    const { items } = await tenant.api.listNeeds({ query: { topic, sort: 'oldest' } });
    expect(items.map(({ audience, unknownWorker }) => unknownWorker ?? audience.site)).toEqual([
      { externalWorkerId: 'W-1', email: 'a@acme.com', learnerId: 'L-1' },
      { email: 'a@acme.com', learnerId: 'L-1' },
      { learnerId: 'L-1' },
      'S',
    ]);
  });

  it('has the same key if type, worker or site, and topic are equal, and another one if any differs', async () => {
    const said = { external_worker_id: 'a:b', topic: 'c' };
    expect(await answerTo(said, 't')).toEqual(CREATED);
    expect(await answerTo({ ...said, category: 'other', severity: 1, payload: { at: 2 } }, 't')).toEqual(JOINED);
    expect(await answerTo(said, 'u')).toEqual(CREATED);
    expect(await answerTo({ external_worker_id: 'a', topic: 'b:c' }, 't')).toEqual(CREATED);
    expect(await answerTo({ learner_id: 'a:b', topic: 'c' }, 't')).toEqual(CREATED);
    expect(await answerTo({ site: 'a:b', topic: 'c' }, 't')).toEqual(CREATED);
    expect(await answerTo({ external_worker_id: 'a:b' }, 't')).toEqual(CREATED);
  });

  it('with a dedupe key of its own has that key, whatever its other fields, and updates the need', async () => {
    const key = 'k'.repeat(255);
    expect(await answerTo({ site: 'S', topic: 'first topic', dedupe_key: key })).toEqual(CREATED);
    expect(await answerTo({ site: 'S', topic: 'moved topic', category: 'Toolbox', dedupe_key: key }, 'other')).toEqual(
      JOINED,
    );
    expect(await needAbout(tenant, 'moved topic')).toMatchObject({
      type: 'other',
      category: 'Toolbox',
      signalCount: 2,
    });
    expect(await answerTo({ site: 'S', topic: 'moved topic', dedupe_key: `${'k'.repeat(254)}K` })).toEqual(CREATED);
  });
});
