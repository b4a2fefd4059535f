import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Schemas } from '#client';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

type SignalMap = Record<string, Schemas['SignalDefaultsView']>;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});

const preview = (map: SignalMap, more: object = {}): Promise<{ status: number; body: Schemas['SignalMapPreview'] }> =>
  tenant.admin('POST', '/signal-map/preview', { map, days: 30, ...more });

describe('the preview of a signal map', () => {
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
