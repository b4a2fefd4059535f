import { beforeAll, describe, expect, it } from '@jest/globals';
import { needAbout } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine, sign } from '../harness/engine.js';
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
