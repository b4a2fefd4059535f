import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Schemas } from '#client';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusedFields } from '../harness/expect-refused.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

type SignalMap = Record<string, Schemas['SignalDefaultsView']>;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const preview = (map: SignalMap, more: object = {}): Promise<{ status: number; body: Schemas['SignalMapPreview'] }> =>
  tenant.admin('POST', '/signal-map/preview', { map, days: 30, ...more });

describe('the preview of a signal map', () => {
  it('shows the differences need by need, and changes nothing', async () => {
    await tenant.send(signal({ site: 'Site A' }, 'near_miss'));
    const own = { topic: 'Ladders', category: 'Work at height', severity: 3, external_worker_id: 'W-1' };
    await tenant.send(signal({ site: 'Site A', ...own }, 'near_miss'));
    await tenant.send(signal({ site: 'Site A' }, 'incident'));
    const { items: needs } = await tenant.api.listNeeds();
    const defaults = { topic: 'Hazard Awareness', category: 'Toolbox', severity: 4 } as const;
    const { status, body } = await preview({ near_miss: defaults });
    const key = 'near_miss:site=site a:';
    expect([status, body]).toEqual([
      200,
      {
        signals: 3,
        since: expect.stringMatching(/Z$/),
        complete: true,
        added: 0,
        changed: 1,
        removed: 0,
        unchanged: 2,
        items: [
          {
            change: 'changed',
            signalId: expect.stringMatching(/^sig_/),
            needId: needs.find(({ type, audience }) => type === 'near_miss' && audience.kind === 'cohort')?.id,
            type: 'near_miss',
            externalWorkerId: null,
            email: null,
            learnerId: null,
            site: 'Site A',
            before: { topic: null, category: null, severity: 2, dedupeKey: key, status: 'open', signalCount: 1 },
            after: { ...defaults, dedupeKey: `${key}hazard awareness`, status: 'open', signalCount: 1 },
          },
        ],
      },
    ]);
    expect((await tenant.api.listNeeds()).items).toEqual(needs);
    expect((await tenant.admin('GET', '/signal-map')).body).toMatchObject({ map: {} });
  });

  it('compares with the current map, not with earlier ones', async () => {
    await tenant.send(signal({ site: 'Site A' }, 'near_miss'));
    await tenant.admin('PUT', '/signal-map', { map: { near_miss: { topic: 'T' } } });
    expect((await preview({ near_miss: { topic: 'T' } })).body).toMatchObject({ changed: 0, unchanged: 1, items: [] });
    expect((await preview({})).body).toMatchObject({
      changed: 1,
      items: [{ before: { topic: 'T' }, after: { topic: null } }],
    });
  });

  it('returns the requested number of differences, latest first, and counts all', async () => {
    for (const site of ['A', 'B', 'C']) await tenant.send(signal({ site }, 'near_miss'));
    expect((await preview({ near_miss: { severity: 4 } }, { limit: 2 })).body).toMatchObject({
      changed: 3,
      items: [{ site: 'C' }, { site: 'B' }],
    });
  });

  it('replays the signals of the requested days', async () => {
    await tenant.send(signal({ site: 'Site A' }, 'near_miss'));
    // The same signal, received forty days ago.
    await engine.database.query(
      `update signal
        set id = (lpad(to_hex((extract(epoch from now() - interval '40 days') * 1000)::bigint), 12,
            '0') || right(replace(id::text, '-', ''), 20))::uuid where tenant_id = $1`,
      [tenant.id],
    );
    await tenant.send(signal({ site: 'Site A' }, 'incident'));
    const severe = { near_miss: { severity: 4 }, incident: { severity: 4 } } as const;
    expect((await preview(severe, { days: 30 })).body).toMatchObject({
      signals: 1,
      changed: 1,
      items: [{ type: 'incident' }],
    });
    expect((await preview(severe, { days: 90 })).body).toMatchObject({ signals: 2, changed: 2 });
  });

  it.each([
    [{ days: 30 }, 'map'],
    [{ map: {}, days: 0 }, 'days'],
    [{ map: {}, days: 91 }, 'days'],
    [{ map: { near_miss: { severity: 7 } }, days: 30 }, 'map.near_miss.severity'],
    [{ map: { near_miss: { colour: 'red' } }, days: 30 }, 'map.near_miss.colour'],
    [{ map: {}, days: 30, tenant: 'x' }, 'tenant'],
  ])('is refused for the body %j, with the field %s', async (body, field) => {
    expect(refusedFields(await tenant.admin('POST', '/signal-map/preview', body))).toEqual([field]);
  });

  it('replays no signals of another tenant', async () => {
    await tenant.send(signal({ site: 'Site A' }, 'near_miss'));
    tenant = await engine.createTenant();
    expect((await preview({ near_miss: { severity: 4 } })).body).toMatchObject({ signals: 0, changed: 0, items: [] });
  });

  it('equals the result if the map is saved and the same signals are sent to a new tenant', async () => {
    const text = (...values: string[]): fc.Arbitrary<string | undefined> => fc.constantFrom(undefined, ...values);
    const severity = fc.constantFrom(undefined, 1, 3, 4);
    const sentSignal = fc.record({
      type: fc.constantFrom('incident', 'near_miss', 'credential_expired'),
      site: text('A', 'B'),
      external_worker_id: text('W-1'),
      topic: text('T', 'U'),
      category: text('C'),
      severity,
      dedupe_key: text('k', 'incident:site=a:t'),
      action: text('resolve'),
    });
    const defaults = fc.record({ topic: text('T', 'U', 'V'), category: text('C', 'D'), severity });
    const map = fc.record(
      { incident: defaults, near_miss: defaults, credential_expired: defaults },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        map,
        map,
        fc.array(sentSignal, { minLength: 1, maxLength: 12 }),
        async (old, edited, signals) => {
          const events = signals.map(({ type, ...data }, n) => ({
            event: `signal.${type}`,
            data: { ...data, site: data.site ?? (data.external_worker_id === undefined ? 'A' : undefined), n },
          }));
          const happened = await Promise.all([clean(old), clean(edited)].map((saved) => happens(saved, events)));
          const [before = new Map(), after = new Map()] = happened.map(({ needs }) => needs);
          tenant = happened[0]?.tenant ?? tenant;
          const { body } = await preview(clean(edited), { limit: 200 });
          const openers = [...new Set([...before.keys(), ...after.keys()])].toSorted((one, other) => other - one);
          const expected = openers.map((n) => ({ n, before: before.get(n) ?? null, after: after.get(n) ?? null }));
          const different = expected.filter((need) => JSON.stringify(need.before) !== JSON.stringify(need.after));
          const numbers = await numbersOf(tenant.slug);
          expect(
            body.items.map(({ signalId, before: was, after: is }) => ({
              n: numbers.get(signalId),
              before: was,
              after: is,
            })),
          ).toEqual(different);
          const count = (kind: (need: (typeof expected)[number]) => boolean): number => expected.filter(kind).length;
          expect([body.signals, body.added, body.removed, body.changed, body.unchanged]).toEqual([
            signals.length,
            count((need) => need.before === null),
            count((need) => need.after === null),
            different.filter((need) => need.before !== null && need.after !== null).length,
            expected.length - different.length,
          ]);
        },
      ),
      { numRuns: scaled(8, 25) },
    );
  });

  function clean(map: Record<string, Record<string, unknown> | undefined>): SignalMap {
    return JSON.parse(JSON.stringify(map));
  }

  /**
   * Saves the map in a new tenant and sends the signals there, half of them one by one and half in a batch.
   * @returns its needs by the number of the signal that opened each
   */
  async function happens(
    map: SignalMap,
    events: object[],
  ): Promise<{ tenant: TestTenant; needs: Map<number, object> }> {
    const fresh = await engine.createTenant();
    await fresh.admin('PUT', '/signal-map', { map });
    const half = Math.ceil(events.length / 2);
    for (const one of events.slice(0, half)) expect((await fresh.send(one)).status).toBe(200);
    if (events.length > half) expect((await fresh.send(events.slice(half))).status).toBe(200);
    const rows = await engine.database.query<{ n: number; need: object }>(
      `select (raw->'data'->>'n')::integer as n, json_build_object('topic', topic, 'category', category, 'severity',
          severity, 'dedupeKey', need.dedupe_key, 'status', need.status, 'signalCount', signal_count) as need
       from signal join need on need.tenant_id = signal.tenant_id and need.id = signal.need_id
       where outcome = 'created' and signal.tenant_id = $1`,
      [fresh.id],
    );
    return { tenant: fresh, needs: new Map(rows.map(({ n, need }) => [n, need])) };
  }

  async function numbersOf(slug: string): Promise<Map<string, number>> {
    const { body } = await tenant.admin<{ items: Array<{ id: string; event: { data: { n: number } } }> }>(
      'GET',
      '/signals?limit=200',
    );
    expect(tenant.slug).toBe(slug);
    return new Map(body.items.map(({ id, event: sent }) => [id, sent.data.n]));
  }
});
