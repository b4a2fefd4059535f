import { beforeAll, describe, expect, it } from '@jest/globals';
import { needAbout } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sign, sharedEngine } from '../harness/engine.js';
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
  it('creates a need, and joins it when it is sent again', async () => {
    const event = {
      event: 'signal.credential_expiring',
      data: { email: 'jordan@acme.com', topic: 'Working at Heights' },
    };
    const first = await tenant.send(event);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toMatch(/^application\/json\b/);
    expect(await first.json()).toEqual(CREATED);
    const again = await tenant.send(event);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(JOINED);
  });

  it('becomes a need for one worker: the expiring licence of the public document', async () => {
    const data = {
      email: 'Jordan@Acme.com',
      topic: 'Heights licence',
      category: 'Refresher',
      severity: 3,
      payload: { credential: 'WAH licence', expires_at: '2026-07-15' },
    };
    expect(await answerTo(data, 'credential_expiring')).toEqual(CREATED);
    expect(await needAbout(tenant, 'Heights licence')).toMatchObject({
      id: expect.stringMatching(/^need_/),
      status: 'open',
      type: 'credential_expiring',
      category: 'Refresher',
      severity: 3,
      signalCount: 1,
      audience: { kind: 'worker', worker: null, site: null },
      unknownWorker: { email: 'jordan@acme.com' },
      recommendation: { kind: 'pending', courseId: null },
    });
  });

  it('becomes a need for a whole site: the incident of the public document', async () => {
    const data = {
      site: 'Site A',
      topic: 'Lifting stock',
      severity: 4,
      payload: { ref: 'INC-2043', summary: 'strain lifting stock' },
    };
    expect(await answerTo(data)).toEqual(CREATED);
    const need = await needAbout(tenant, 'Lifting stock');
    expect(need).toMatchObject({
      type: 'incident',
      category: null,
      severity: 4,
      audience: { kind: 'cohort', worker: null, site: 'Site A' },
    });
    expect(need).not.toHaveProperty('unknownWorker');
  });

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

  it('belongs to the tenant of its slug', async () => {
    const other = await engine.createTenant();
    const event = signal({ site: 'S', topic: 'walls' });
    for (const each of [tenant, other]) expect(await (await each.send(event)).json()).toEqual(CREATED);
    const wrong = await tenant.sendRaw(JSON.stringify(event), {
      'x-edifyd-signature': sign(other.signingSecret, JSON.stringify(event)),
    });
    expect(wrong.status).toBe(401);
  });

  it('is stored as it was sent, with all unknown fields', async () => {
    const event = {
      event: 'signal.incident',
      id: 'evt-1',
      data: {
        site: 'Zürich 🏗',
        topic: 'stored',
        action: 'trigger',
        badge: null,
        nested: { 'a.b': [1, { c: [] }], '': 'empty name', constructor: 'Co.' },
        payload: {
          text: 'line\nbreak "quoted" \\ \u{1F600}',
          numbers: [0, -1.5, 1e21, 5e-324, 123456789012],
          flags: [true, false],
        },
      },
    };
    const first = (await (await tenant.send(event)).json()) as { signalId: string };
    expect(await tenant.api.getSignal({ path: { id: first.signalId } })).toMatchObject({
      event,
      type: 'incident',
      outcome: 'created',
      dedupeKey: 'incident:site=zurich 🏗:stored',
      needId: (await needAbout(tenant, 'stored')).id,
    });
    await answerTo({ ...event.data, extra: 'joined' });
    const { items } = await tenant.api.listSignals({ query: { limit: 1 } });
    expect(items).toMatchObject([
      { outcome: 'joined', event: { event: 'signal.incident', data: { ...event.data, extra: 'joined' } } },
    ]);
  });
});
