import { beforeAll, describe, expect, it } from '@jest/globals';
import { raisedNeed } from '../factories/needs.js';
import { sendSignal, signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a need that is reported with several types', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
    tenant = await engine.createTenant();
  });

  const DATA = { site: 'Site A', topic: 'Forklift Operation', dedupe_key: 'licence:1' };
  const found = async (query: { type?: string; q?: string }): Promise<string[]> =>
    (await tenant.api.listNeeds({ query })).items.map(({ id }) => id);

  it('shows the type of the latest signal, and is found by each of them', async () => {
    const { id } = await raisedNeed(tenant, DATA, 'licence_expiring');
    await sendSignal(tenant, DATA, 'licence_expired');
    expect((await tenant.resolvedNeeds())[0]).toMatchObject({ id, type: 'licence_expired', signalCount: 2 });
    expect(await found({ type: 'licence_expired' })).toEqual([id]);
    expect(await found({ type: 'licence_expiring' })).toEqual([id]);
    expect(await found({ q: 'licence_expiring' })).toEqual([id]);
    expect(await found({ type: 'licence' })).toEqual([]);
    await sendSignal(tenant, DATA, 'licence_expiring');
    expect((await tenant.resolvedNeeds())[0]).toMatchObject({ type: 'licence_expiring' });
    expect(await found({ type: 'licence_expired' })).toEqual([id]);
  });

  it('is found by the types of one batch', async () => {
    const data = { site: 'Site A', topic: 'Batch', dedupe_key: 'batch:1' };
    await tenant.send(['first', 'second', 'third'].map((type) => signal(data, type)));
    for (const type of ['first', 'second', 'third']) expect(await found({ type })).toHaveLength(1);
    const { items } = await tenant.api.listNeeds({ query: { type: 'first' } });
    expect(items).toMatchObject([{ type: 'third', signalCount: 3 }]);
  });
});
