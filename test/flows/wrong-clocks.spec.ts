import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { draftById, startDraft } from '../factories/drafts.js';
import { signal } from '../factories/signals.js';
import { expectGone } from '../factories/tenants.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { EngineProcess } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import { wrongClock } from '../harness/wrong-clock.js';

const TEN_MINUTES = 600_000;

let engine: TestEngine;
let worker: EngineProcess | null = null;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterEach(() => worker?.kill());
afterAll(() => engine.close());

function startWorker(milliseconds: number): void {
  worker = new EngineProcess('worker', {
    METRICS_PORT: '0',
    LOG_LEVEL: 'warn',
    DATABASE_URL: engine.database.appUrl,
    SECRETS_KEY: engine.secretsKey,
    OPERATOR_TOKEN: engine.operatorToken,
    ...wrongClock(milliseconds),
  });
}

describe('a worker whose clock is ten minutes wrong', () => {
  it('writes a draft at once if it is behind', async () => {
    const tenant = await engine.createTenant();
    await tenant.send(signal({ site: 'Site A', topic: 'Hydraulic press guarding' }));
    const [need] = (await tenant.api.listNeeds()).items;
    const draftId = await startDraft(tenant, need?.id ?? '');
    startWorker(-TEN_MINUTES);
    await eventually(async () => expect(await draftById(tenant, draftId)).toMatchObject({ status: 'ready' }), 60_000);
  });

  it('deletes no tenant within its grace period if it is ahead', async () => {
    const kept = await engine.createTenant();
    const deleted = await engine.createTenant();
    await kept.send(signal({ site: 'Site A' }));
    for (const [{ id, slug }, graceDays, due] of [
      [kept, 1, '5 minutes'],
      // A deletion begins two seconds after the end of the grace period.
      [deleted, 0, '-2 seconds'],
    ] as const) {
      await engine.operator('POST', `/tenants/${slug}/deletion`, { slug, graceDays });
      await engine.database.query('update tenant set deletion_at = now() + $2::interval where id = $1', [id, due]);
    }
    startWorker(TEN_MINUTES);
    await expectGone(engine, deleted.slug);
    const undone = await httpCall('DELETE', `${engine.url}/engine/v1/operator/tenants/${kept.slug}/deletion`, {
      headers: { authorization: `Bearer ${engine.operatorToken}` },
    });
    expect(undone.status).toBe(200);
    expect((await kept.api.listSignals()).items).toHaveLength(1);
  });
});
