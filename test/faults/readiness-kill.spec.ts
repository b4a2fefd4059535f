import { afterEach, describe, expect, it } from '@jest/globals';
import { DAY_MS } from '#platform/text';
import { Recount } from '#readiness';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { boardSettled, expectBoardOfRule } from '../harness/readiness-checks.js';
import { ReadinessHistory } from '../harness/readiness-history.js';
import { figures } from './figures.js';
import { scaled } from '../harness/scale.js';
import { SlowStore } from './stage/slow-store.js';
import { Stage } from './stage/stage.js';

const KILLS = scaled(1, 50);
/**
 * The job of a tenant whose worker was killed is taken up after 6 to 8 s, on an idle machine. Others go on meanwhile,
 * so that the next kill has something to hit.
 */
const TENANTS = scaled(1, 8);
/** Changes of each tenant between two kills. */
const STEPS = 4;
/** Longer than it takes until there is something to kill. */
const KILL_MS = 60_000;
const SETTLED_MS = 120_000;

describe('kill -9 of the worker while it computes the board', () => {
  let stage: Stage;
  let engine: TestEngine | undefined;
  afterEach(async () => {
    await engine?.close();
    await stage.stop();
  });

  it(
    'loses no change of facts, and leaves no row that the rule does not say',
    async () => {
      stage = await Stage.start();
      await stage.api();
      let worker = await stage.worker();
      const tenants = await Promise.all(Array.from({ length: TENANTS }, () => stage.createTenant()));
      const histories = tenants.map((tenant, index) => new ReadinessHistory(tenant, 100 + index));
      const change = async (): Promise<void> => {
        for (let step = 0; step < STEPS; step++) await Promise.all(histories.map((history) => history.step()));
      };
      await change();
      const storing = await SlowStore.of(stage.database, 'insert', 'readiness_period');
      for (let kill = 0; kill < KILLS; kill++) {
        const changes = change();
        await storing.seen();
        await worker.kill();
        [worker] = await Promise.all([stage.worker(), changes]);
      }
      await storing.end();
      await boardSettled(stage.database, SETTLED_MS);
      for (const days of [0, 31, 125])
        for (const tenant of tenants)
          await expectBoardOfRule(tenant, new Date(Date.now() + days * DAY_MS + 1_000).toISOString());
      await worker.kill();
      const { OPERATOR_TOKEN: operatorToken = '', SECRETS_KEY: secretsKey = '' } = stage.environment;
      engine = await startEngine({ on: { database: stage.database, operatorToken, secretsKey } });
      const recount = engine.app.get(Recount);
      const ids = await stage.database.query<{ id: string }>('select id from tenant');
      const drifted: number[] = [];
      for (const { id } of ids) drifted.push(await recount.recountTenant(id, { isFull: true }));
      const [stored] = await stage.database.query<{ people: number; causes: number; marks: number }>(
        `select (select count(*)::int from readiness_period where is_current) as people,
           (select count(*)::int from readiness_cause where valid_to > now()) as causes,
           (select count(*)::int from readiness_mark) as marks`,
      );
      figures('kill -9 of the worker while facts change', { kills: KILLS, tenants: TENANTS, ...stored });
      expect(drifted).toEqual(ids.map(() => 0));
      const metrics = await engine.readMetrics();
      expect(metrics).toMatch(/^readiness_drift_total 0$/m);
      expect(metrics).toMatch(/^readiness_counts_drift_total 0$/m);
      expect(stored?.marks).toBe(0);
    },
    SETTLED_MS + 60_000 + KILLS * KILL_MS,
  );
});
