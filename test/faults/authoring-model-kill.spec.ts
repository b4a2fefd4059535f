import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { changeTenant } from '../factories/tenants.js';
import { eventually } from '../harness/eventually.js';
import { type ModelService, startModelService } from '../harness/model-service.js';
import { figures } from './figures.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';
import { draftsReady } from './stage/stored.js';

/** Fewer than the ten lost workers after which a step is given up. */
const KILLS = scaled(2, 9);
const DRAFTS = scaled(3, 20);
/** How long the model thinks: long enough for the test to notice a call, and to kill the worker before it ends. */
const THINKS_MS = 400;
const CALLS_PER_DRAFT = 5;
const SEEN_MS = 60_000;
const SETTLED_MS = 180_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

describe('kill -9 of the worker while a model writes drafts', () => {
  let service: ModelService;
  let stage: Stage;
  beforeEach(async () => {
    service = await startModelService();
    service.answerWith(() => ({ delayMs: THINKS_MS }));
  });
  afterEach(async () => {
    await stage.stop();
    await service.close();
  });

  it(
    'loses no draft, writes none twice, charges each once, and counts at least the tokens that were answered',
    async () => {
      stage = await Stage.start({ environment: { AI_BASE_URL: service.url, AI_MODEL: 'writer' } });
      await stage.api();
      let worker = await stage.worker();
      const tenant = await stage.createTenant();
      await changeTenant(stage, tenant, { draftsPerMonth: DRAFTS, tokensPerMonth: 50_000_000 });
      const topics = Array.from({ length: DRAFTS }, (_value, n) => `Zorb${LETTERS[n % 26]}${LETTERS[n % 7]}ux`);
      await tenant.send(topics.map((topic) => ({ event: 'signal.audit', data: { site: 'Site A', topic } })));
      for (const { id } of await tenant.resolvedNeeds()) await tenant.admin('POST', `/needs/${id}/author`, {});
      for (let kill = 0; kill < KILLS; kill++) {
        await eventually(() => Promise.resolve(expect(service.open).toBeGreaterThan(0)), SEEN_MS);
        await worker.kill();
        await eventually(() => Promise.resolve(expect(service.open).toBe(0)), SEEN_MS);
        worker = await stage.worker();
      }
      await draftsReady(stage.database, SETTLED_MS);
      const [made] = await stage.database.query<Record<string, number>>(
        `select (select count(*)::int from draft) as drafts, (select count(*)::int from draft_version) as versions,
           (select count(*)::int from authoring_entry where kind = 'settled') as charged,
           (select count(distinct draft_id)::int from authoring_entry where kind = 'settled') as charged_drafts,
           (select drafts_used from authoring_month) as used, (select drafts_reserved from authoring_month) as reserved,
           (select tokens_reserved::int from authoring_month) as tokens_reserved`,
      );
      const [tokens] = await stage.database.query<{ balance: number; ledger: number; steps: number }>(
        `select (select tokens_used::int from authoring_month) as balance,
           (select sum(tokens_used)::int from authoring_entry) as ledger, (select sum(tokens)::int
               from draft_step) as steps`,
      );
      const keys = new Set(service.calls.map(({ headers }) => headers['idempotency-key'])).size;
      const calls = { calls: service.calls.length, keys, answered: service.tokens };
      figures('kill -9 of the worker while a model writes', { kills: KILLS, ...made, ...tokens, ...calls });
      expect(made).toEqual({
        drafts: DRAFTS,
        versions: DRAFTS,
        charged: DRAFTS,
        charged_drafts: DRAFTS,
        used: DRAFTS,
        reserved: 0,
        tokens_reserved: 0,
      });
      expect(keys).toBe(CALLS_PER_DRAFT * DRAFTS);
      expect(tokens?.balance).toBe(tokens?.ledger);
      expect(tokens?.steps).toBe(tokens?.balance);
      expect(tokens?.balance).toBeGreaterThanOrEqual(service.tokens);
    },
    SETTLED_MS + 60_000 + KILLS * SEEN_MS,
  );
});
