import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusedFields } from '../harness/expect-refused.js';
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
});
