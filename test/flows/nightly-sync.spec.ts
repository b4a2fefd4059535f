import { beforeAll, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const RECORDS = 20;
const COMPLETED = 6;

describe('a full synchronisation every night', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
    tenant = await engine.createTenant();
  });

  const rows = async (): Promise<number> =>
    (await tenant.api.listNeeds({ query: { limit: 200, status: ['open'] } })).items.length;
  const records = (night: number): object[] =>
    Array.from({ length: RECORDS }, (_, n) =>
      signal({
        external_worker_id: `W-${n}`,
        topic: 'Forklift Operation',
        payload: { expires_at: '2099-06-30', exported_at: `night ${night}` },
      }),
    );

  it('brings nothing back into the inbox that was completed meanwhile', async () => {
    for (let n = 0; n < RECORDS; n++) await addWorker(tenant, { externalWorkerId: `W-${n}` });
    await tenant.send(records(1));
    await tenant.resolvedNeeds();
    expect(await rows()).toBe(RECORDS);
    const completions = Array.from({ length: COMPLETED }, (_, n) =>
      signal({ external_worker_id: `W-${n}`, topic: 'Forklift Operation' }, 'course_completed'),
    );
    await tenant.send(completions);
    await eventually(async () => expect(await rows()).toBe(RECORDS - COMPLETED));
    for (let night = 2; night <= 5; night++) {
      await tenant.send(records(night));
      expect(await rows()).toBe(RECORDS - COMPLETED);
      await tenant.resolvedNeeds();
      expect(await rows()).toBe(RECORDS - COMPLETED);
    }
  });
});
