import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { raisedNeed } from '../factories/needs.js';
import { boardPage, boardReasons, boardShows } from '../factories/readiness.js';
import { sendSignal } from '../factories/signals.js';
import { addWorkersOfTwoSites, allWorkers, changeWorker } from '../factories/workers.js';
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
  await addWorkersOfTwoSites(tenant);
});

describe('the gate', () => {
  const check = async (
    body: object,
  ): Promise<{ status: number; body: { items: ReadonlyArray<Record<string, unknown>> } }> =>
    tenant.admin('POST', '/readiness/check', body);

  it('answers for each person, by any key and in their order', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'WAH licence', expiresAt: dateInDays(-13) });
    await eventually(async () =>
      expect(
        (
          await check({
            workers: [{ externalWorkerId: 'W-2' }, { email: 'nobody@acme.com' }, { externalWorkerId: 'W-1' }],
          })
        ).body.items,
      ).toMatchObject([
        { known: true, ready: false, status: 'not_ready', reasons: [{ kind: 'credential_expired' }] },
        { known: false, ready: false, status: null, reasons: [] },
        { known: true, ready: true, status: 'ready', reasons: [] },
      ]),
    );
  });

  it('answers for a crowd in its order', async () => {
    const numbers = Array.from({ length: 120 }, (_value, number) => (number % 7) + 1);
    const { body } = await check({ workers: numbers.map((number) => ({ externalWorkerId: `W-${number}` })) });
    expect(body.items.map(({ known }) => known)).toEqual(numbers.map((number) => number <= 3));
  });

  it('answers as the board shows it: the source record, what is under way and the next move', async () => {
    await publishedCourse(tenant, { title: 'Manual handling', topics: ['Manual handling'] });
    const site = { site: 'South', severity: 4, payload: { ref: 'INC-78' } };
    await sendSignal(tenant, { ...site, topic: 'Confined space' }, 'near_miss');
    const need = await raisedNeed(tenant, { ...site, topic: 'Manual handling' }, 'near_miss');
    await offer(tenant, need.id);
    await eventually(async () => {
      const [row] = (await boardPage(tenant, 'status=not_ready')).items;
      expect(row?.reasons).toMatchObject([
        { source: { record: 'INC-78' }, progress: null },
        { source: { record: 'INC-78' }, progress: { state: 'assigned' } },
      ]);
      const { body } = await check({ workers: [{ externalWorkerId: 'W-3' }] });
      expect(body.items[0]?.reasons).toEqual(row?.reasons);
    });
    // Signals that have expired are still stored for up to a month.
    await engine.database.query(
      `update signal set id = (left(uuid_floor(now() - interval '13 months')::text, 14) || substr(id::text, 15))::uuid
       where tenant_id = $1`,
      [tenant.id],
    );
    const { body } = await check({ workers: [{ externalWorkerId: 'W-3' }] });
    expect(body.items[0]?.reasons).toMatchObject([{ source: { record: null } }, { source: { record: null } }]);
  });

  it('asks as if the people stood at a site, and for what a task requires', async () => {
    await sendSignal(tenant, { site: 'South', topic: 'Manual handling', severity: 4 }, 'near_miss');
    await eventually(async () => expect(await boardReasons(tenant, 'status=not_ready')).toHaveLength(1));
    const workers = [{ externalWorkerId: 'W-1' }, { externalWorkerId: 'W-3' }];
    expect((await check({ workers })).body.items).toMatchObject([{ ready: true }, { ready: false }]);
    expect((await check({ workers, site: 'south' })).body.items).toMatchObject([
      { ready: false, reasons: [{ kind: 'need' }] },
      { ready: false },
    ]);
    expect((await check({ workers, site: 'North' })).body.items).toMatchObject([{ ready: true }, { ready: true }]);
    expect((await check({ workers: workers.slice(0, 1), requires: ['Confined space'] })).body.items).toMatchObject([
      {
        ready: false,
        reasons: [{ kind: 'credential_missing', severity: 4, ref: { type: 'credential', id: 'Confined space' } }],
      },
    ]);
    expect(await check({ workers, site: 'Atlantis' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'site' }] },
    });
    expect((await check({ workers: [] })).status).toBe(422);
  });

  it('counts what people have completed or hold for the needs of a site as if they came there', async () => {
    await publishedCourse(tenant, { title: 'Manual handling', topics: ['Manual handling'] });
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'Manual handling', expiresAt: '2099-01-01' });
    const { id } = await raisedNeed(tenant, { site: 'South', topic: 'Manual handling', severity: 4 });
    const workers = ['W-1', 'W-2', 'W-3'].map((externalWorkerId) => ({ externalWorkerId }));
    const readyAtSouth = async () => (await check({ workers, site: 'South' })).body.items.map(({ ready }) => ready);
    expect(await readyAtSouth()).toEqual([false, false, false]);
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Manual handling' }, 'course_completed');
    await eventually(async () => expect(await readyAtSouth()).toEqual([true, false, false]));
    await offer(tenant, id);
    expect(await readyAtSouth()).toEqual([true, true, false]);
    for (const worker of await allWorkers(tenant)) await changeWorker(tenant, worker.id, { site: 'South' });
    await boardShows(tenant, ['Ada | ready', 'Ben | ready', 'Cleo | not_ready | need 4']);
  });
});
