import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import type { Attempt } from './load/ledger.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';
import { verdict } from './stage/stored.js';

const GRACE_SECONDS = scaled(2, 20);

describe('a signing secret that is rotated under load', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
    await stage.api();
  });
  afterEach(() => stage.stop());

  it(
    'stays valid without a single 401 until the end of its grace period, and is refused within a second afterwards',
    async () => {
      const tenant = await stage.createTenant();
      const seen: Array<Attempt & { at: number }> = [];
      const before = new Load(stage.url, tenant, {
        perSecond: 200,
        watch: (outcome) => seen.push({ ...outcome, at: Date.now() }),
      }).start();
      await before.accepted(100);
      const rotated = await stage.operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: GRACE_SECONDS });
      const { signingSecret, previousExpiresAt } = (await rotated.json()) as {
        signingSecret: string;
        previousExpiresAt: string;
      };
      const after = new Load(stage.url, { ...tenant, signingSecret }, { perSecond: 200 }).start();
      const expiry = Date.parse(previousExpiresAt);
      await sleep(expiry + 2_000 - Date.now());
      const [old, fresh] = [await before.stop(), await after.stop()];
      const early = seen.filter(({ status, at }) => status === 401 && at < expiry).length;
      const late = seen.filter(
        ({ status, at, milliseconds }) => status === 200 && at - milliseconds > expiry + 1_000,
      ).length;
      const { lost, duplicates, stored } = await verdict(stage.database, {
        keys: [...old.keys, ...fresh.keys],
        signalIds: [...old.signalIds, ...fresh.signalIds],
      });
      figures(`rotation with ${GRACE_SECONDS} s of grace`, {
        sent: old.sent + fresh.sent,
        answered: old.answered + fresh.answered,
        'old secret 401': old.count(401),
        '401 within the grace': early,
        '200 a second after': late,
        stored,
        lost,
        duplicates,
      });
      expect({ early, late, old: old.statuses, fresh: fresh.statuses, lost, duplicates }).toEqual({
        early: 0,
        late: 0,
        old: [200, 401],
        fresh: [200],
        lost: 0,
        duplicates: 0,
      });
    },
    scaled(30_000, 60_000),
  );
});
