import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { migrateAgain } from '../harness/migration.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the default key of a data point', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());

  const keysOf = async (tenant: TestTenant): Promise<string[]> => {
    const rows = await engine.database.query<{ key: string }>(
      `select dedupe_key as key from need where tenant_id = $1 order by dedupe_key collate "C"`,
      [tenant.id],
    );
    return rows.map(({ key }) => key);
  };
  const holdKey = (tenant: TestTenant, topic: string, key: string): Promise<unknown[]> =>
    engine.database.query('update need set dedupe_key = $3 where tenant_id = $1 and topic = $2', [
      tenant.id,
      topic,
      key,
    ]);
  /** From a release whose default keys were not folded. */
  const upgrade = (): Promise<void> => migrateAgain(engine.database, 'FoldedKeys');

  it('is the same whatever the case, blanks and accents of topic, site and keys', async () => {
    const tenant = await engine.createTenant();
    expect(await sendSignal(tenant, { site: 'Site A', topic: 'Working at Heights' })).toMatchObject({ deduped: false });
    expect(await sendSignal(tenant, { site: 'site a', topic: 'working at  heights ' })).toEqual({
      ok: true,
      applied: true,
      deduped: true,
    });
    expect(await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Sécurité' })).toMatchObject({
      deduped: false,
    });
    expect(await sendSignal(tenant, { external_worker_id: 'w-1', topic: 'securite' })).toMatchObject({ deduped: true });
    const closed = await sendSignal(tenant, { external_worker_id: ' W-1', topic: 'SECURITE', action: 'resolve' });
    expect(closed).toEqual({ ok: true, applied: true, resolved: true });
  });

  it('is left as it is where the source sent one', async () => {
    const tenant = await engine.createTenant();
    await sendSignal(tenant, { site: 'S', topic: 'T', dedupe_key: 'Licence:FL 1' });
    expect(await sendSignal(tenant, { site: 'S', topic: 'T', dedupe_key: 'licence:FL 1' })).toMatchObject({
      deduped: false,
    });
    expect(await keysOf(tenant)).toEqual(['Licence:FL 1', 'licence:FL 1']);
  });

  it('joins needs that an earlier release opened with unfolded keys', async () => {
    const tenant = await engine.createTenant();
    await sendSignal(tenant, { site: 'Site A', topic: 'Manual Handling' });
    await sendSignal(tenant, { external_worker_id: 'Ä-1:x', topic: null });
    await sendSignal(tenant, { site: 'Site A', topic: `Long ${'X'.repeat(240)}` });
    await sendSignal(tenant, { site: 'Site A', topic: 'Explicit', dedupe_key: 'Mine' });
    const folded = await keysOf(tenant);
    await holdKey(tenant, 'Manual Handling', 'incident:site=Site A:Manual Handling');
    await engine.database.query('update need set dedupe_key = $2 where tenant_id = $1 and topic is null', [
      tenant.id,
      'incident:worker=Ä-1%3Ax:',
    ]);
    await engine.database.query(
      `update need set dedupe_key
         = 'sha256:' || encode(sha256(convert_to('incident:site=Site A:' || topic, 'UTF8')), 'hex')
       where tenant_id = $1 and topic like 'Long %'`,
      [tenant.id],
    );
    expect(await keysOf(tenant)).not.toEqual(folded);
    await upgrade();
    expect(await keysOf(tenant)).toEqual(folded);
    expect(await sendSignal(tenant, { site: 'SITE A', topic: 'manual handling' })).toMatchObject({ deduped: true });
  });

  it('goes to the oldest of several needs that differ only in case', async () => {
    const tenant = await engine.createTenant();
    for (const topic of ['First', 'Second']) await sendSignal(tenant, { site: 'S', topic });
    await engine.database.query(
      `update need set topic = case topic when 'First' then 'Risk' else 'risk' end,
        dedupe_key = 'incident:site=S:' || case topic when 'First' then 'Risk' else 'risk' end
       where tenant_id = $1`,
      [tenant.id],
    );
    await upgrade();
    expect(await keysOf(tenant)).toEqual(['incident:site=S:risk', 'incident:site=s:risk']);
    await sendSignal(tenant, { site: 's', topic: 'RISK' });
    const { items } = await tenant.api.listNeeds({ query: { sort: 'oldest', status: ['open'], grouped: 'false' } });
    expect(items.map(({ signalCount }) => signalCount)).toEqual([2, 1]);
  });
});
