import { describe, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

describe('a need of a worker', () => {
  it('is found at the new site after the worker moves', async () => {
    const tenant = await (await sharedEngine()).createTenant();
    const ada = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'E-1', site: 'North' });
    await sendSignal(tenant, { external_worker_id: 'E-1', topic: 'Manual Handling' });
    const [need] = await tenant.resolvedNeeds();
    const at = async (site: string): Promise<string[]> =>
      (await tenant.api.listNeeds({ query: { site } })).items.map(({ id }) => id);
    expect([await at('North'), await at('South')]).toEqual([[need?.id], []]);
    expect((await tenant.admin('PATCH', `/workers/${ada.id}`, { site: 'South' })).status).toBe(200);
    await eventually(async () => expect([await at('North'), await at('south')]).toEqual([[], [need?.id]]));
  });
});
