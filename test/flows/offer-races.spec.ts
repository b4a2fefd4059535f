import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  const { body } = await tenant.admin<{ id: string }>('POST', '/courses', { title: 'Manual Handling', topics: [] });
  await tenant.admin('POST', `/courses/${body.id}/publish`);
});

const addPeople = async (from: number, to: number): Promise<void> => {
  const rows = Array.from({ length: to - from }, (_value, index) => `W-${from + index},Worker,Site A`);
  await importWorkers(tenant, ['externalWorkerId,name,site', ...rows].join('\n'));
};
const need = async (data: object): Promise<string> => {
  await tenant.send({ event: 'signal.incident', data: { topic: 'Manual Handling', site: 'Site A', ...data } });
  await tenant.resolvedNeeds();
  return (await tenant.admin<{ items: Array<{ needId: string }> }>('GET', '/signals')).body.items[0]?.needId ?? '';
};
const offer = async (id: string): Promise<Schemas['OfferResult']> =>
  (await tenant.admin<Schemas['OfferResult']>('POST', `/needs/${id}/offer`, {})).body;
const assignments = async (): Promise<{ assigned: number; people: number }> => {
  const [row] = await engine.database.query<{ assigned: number; people: number }>(
    `select count(*)::integer as assigned, count(distinct worker_id)::integer as people from assignment
      where status = 'assigned' and tenant_id = (select id from tenant where slug = $1)`,
    [tenant.slug],
  );
  return row ?? { assigned: 0, people: 0 };
};

describe('concurrent offers', () => {
  it('assign each person once, for one need or several', async () => {
    await addPeople(0, 50);
    const ids = [await need({ dedupe_key: 'one' }), await need({ dedupe_key: 'other' })];
    const answers = await Promise.all([...ids, ...ids, ...ids].map(offer));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'done'));
    expect(answers.reduce((sum, { counts }) => sum + (counts?.assigned ?? 0), 0)).toBe(50);
    expect(answers.every(({ counts }) => (counts?.assigned ?? 0) + (counts?.alreadyAssigned ?? 0) === 50)).toBe(true);
    expect(await assignments()).toEqual({ assigned: 50, people: 50 });
  });

  it('assign each person once in the background, too, while people are added, who are assigned by the next offer', async () => {
    await addPeople(0, 1_100);
    const ids = [await need({ dedupe_key: 'one' }), await need({ dedupe_key: 'other' })];
    const [answers] = await Promise.all([Promise.all(ids.map(offer)), addPeople(1_100, 1_200)]);
    expect(answers.map(({ status }) => status)).toEqual(['queued', 'queued']);
    await eventually(async () => {
      for (const { operationId } of answers) {
        const { body } = await tenant.admin<{ status: string; total: number; done: number; failed: number }>(
          'GET',
          `/operations/${operationId}`,
        );
        expect(body).toMatchObject({ status: 'done', failed: 0, done: body.total });
        expect(body.done).toBeGreaterThanOrEqual(1_100);
      }
    }, 20_000);
    const [first] = ids;
    const { operationId } = await offer(first ?? '');
    await eventually(
      async () =>
        expect((await tenant.admin('GET', `/operations/${operationId}`)).body).toMatchObject({
          status: 'done',
          total: 1_200,
          done: 1_200,
        }),
      20_000,
    );
    expect(await assignments()).toEqual({ assigned: 1_200, people: 1_200 });
  }, 50_000);
});
