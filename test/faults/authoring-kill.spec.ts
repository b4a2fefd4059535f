import { afterEach, describe, expect, it } from '@jest/globals';
import { changeTenant } from '../factories/tenants.js';
import { figures } from './figures.js';
import { scaled } from '../harness/scale.js';
import { SlowStore } from './stage/slow-store.js';
import { Stage } from './stage/stage.js';
import { draftsReady } from './stage/stored.js';

const KILLS = scaled(2, 50);
const DRAFTS = scaled(4, 50);
/** Longer than it takes until there is something to kill. */
const KILL_MS = 60_000;
const SETTLED_MS = 120_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

describe('kill -9 of the worker while it writes drafts', () => {
  let stage: Stage;
  afterEach(() => stage.stop());

  it(
    'loses no draft, writes none twice, and charges each once',
    async () => {
      stage = await Stage.start();
      await stage.api();
      let worker = await stage.worker();
      const tenant = await stage.createTenant();
      await changeTenant(stage, tenant, { draftsPerMonth: DRAFTS });
      const storing = await SlowStore.of(stage.database, 'update', 'draft_step');
      // Words that are no subjects: each draft has a topic of its own.
      const topics = Array.from(
        { length: DRAFTS },
        (_value, n) => `Zorb${LETTERS[n % 26]}${LETTERS[Math.floor(n / 26)]}ux`,
      );
      await tenant.send(topics.map((topic) => ({ event: 'signal.audit', data: { site: 'Site A', topic } })));
      for (const { id } of await tenant.resolvedNeeds()) await tenant.admin('POST', `/needs/${id}/author`, {});
      for (let kill = 0; kill < KILLS; kill++) {
        await storing.seen();
        await worker.kill();
        worker = await stage.worker();
      }
      await storing.end();
      await draftsReady(stage.database, SETTLED_MS);
      const [made] = await stage.database.query<Record<string, number>>(
        `select (select count(*)::int from draft) as drafts, (select count(*)::int from draft_version) as versions,
           (select count(*)::int from draft_step where status = 'done') as steps,
           (select count(*)::int from authoring_entry where kind = 'settled') as charged,
           (select count(distinct draft_id)::int from authoring_entry where kind = 'settled') as charged_drafts,
           (select drafts_used from authoring_month) as used, (select drafts_reserved
               from authoring_month) as reserved`,
      );
      figures('kill -9 of the worker while it writes drafts', { kills: KILLS, ...made });
      expect(made).toEqual({
        drafts: DRAFTS,
        versions: DRAFTS,
        steps: 5 * DRAFTS,
        charged: DRAFTS,
        charged_drafts: DRAFTS,
        used: DRAFTS,
        reserved: 0,
      });
    },
    SETTLED_MS + 60_000 + KILLS * KILL_MS,
  );
});
