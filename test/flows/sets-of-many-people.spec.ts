import { describe, expect, it } from '@jest/globals';
import { raisedNeed } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { addManyWorkers, addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPICS = ['Blasting', 'Rigging', 'Shoring'];

/** More than half of what a set reaches. */
const PEOPLE = 11_000;

describe('needs that reach many people are resolved in several sets, so that no change of the directory waits for all', () => {
  const expectTwoSets = async ({ database }: SharedEngine, { id }: TestTenant, people: number): Promise<void> =>
    eventually(async () => {
      const resolved = await database.query<{ people: number; transaction: string }>(
        `select people, xmin::text as transaction from need where tenant_id = $1 and unresolved_since is null`,
        [id],
      );
      expect(resolved.map((need) => need.people)).toEqual(TOPICS.map(() => people));
      expect(new Set(resolved.map(({ transaction }) => transaction)).size).toBe(2);
    });

  it('if their people are counted', async () => {
    const engine = await sharedEngine();
    const tenant = await engine.createTenant();
    await addWorker(tenant, { externalWorkerId: 'W-1', site: 'Quarry' });
    for (const topic of TOPICS) await raisedNeed(tenant, { site: 'Quarry', topic });
    await engine.database.query('update need set people = $2 where tenant_id = $1', [tenant.id, PEOPLE]);
    await addWorker(tenant, { externalWorkerId: 'W-2', site: 'Quarry' });
    await expectTwoSets(engine, tenant, 2);
  });

  it.each(['Quarry', 'Pit'])('if they are new, and name a site that was called Pit before as %s', async (site) => {
    const engine = await sharedEngine();
    const tenant = await engine.createTenant();
    await addManyWorkers(engine, tenant, PEOPLE, { site: 'Pit' });
    const [{ id } = { id: '' }] = (await tenant.api.listSites()).items;
    await tenant.api.renameSite({ path: { id }, body: { name: 'Quarry' } });
    await tenant.send(TOPICS.map((topic) => signal({ site, topic })));
    await expectTwoSets(engine, tenant, PEOPLE);
    // Spares the processor the boards of so many people, at which nobody looks.
    await engine.database.query('delete from readiness_mark where tenant_id = $1', [tenant.id]);
  });

  it('if their people have come since they were counted', async () => {
    const engine = await sharedEngine();
    const tenant = await engine.createTenant();
    for (const topic of TOPICS) await raisedNeed(tenant, { site: 'Quarry', topic });
    await addManyWorkers(engine, tenant, PEOPLE, { site: 'Quarry' });
    await addWorker(tenant, { externalWorkerId: 'W-0', site: 'Quarry' });
    await expectTwoSets(engine, tenant, PEOPLE + 1);
  });
});
