import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { dateInDays, timeInDays } from '../factories/days.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { boardSettled } from '../harness/readiness-checks.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;
let courseId: string;
let ada: string;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());
beforeEach(async () => {
  tenant = await engine.createTenant();
  courseId = (await publishedCourse(tenant, { title: 'Manual Handling' })).id;
  ada = (await addWorker(tenant, { site: 'B' })).id;
  await addWorker(tenant, { name: 'Ben', site: 'A' });
  await tenant.api.createAssignments({ body: { courseId, workerIds: [ada] } });
});

const audience = async (need: string) => (await needById(tenant, need)).audience;
const comes = async (need: string): Promise<void> => {
  await changeWorker(tenant, ada, { site: 'A' });
  await eventually(async () => expect(await audience(need)).toMatchObject({ people: 2 }));
};

describe('a worker who comes to a site while they complete the course of its need', () => {
  it('has answered the need', async () => {
    const need = (await raisedNeed(tenant, { site: 'A', topic: 'Manual Handling' })).id;
    await boardSettled(engine.database);
    await engine.database.inTransaction(async (tx) => {
      // Both transactions, the one that stores people of the need and the one that completes it, mark them last.
      await tx.query('lock table readiness_mark in share mode');
      await engine.database.query(
        `with moved as (
           update worker set site_id = (select id from site where tenant_id = $1 and name = 'A') where id = $2
         ) update need set unresolved_since = now() where id = $3`,
        [tenant.id, ids.parse('wrk', ada), ids.parse('need', need)],
      );
      await eventuallyLocked(engine);
      const completed = completeAll(tenant, 'Ada');
      await eventuallyLocked(engine, 2);
      await tx.query('commit');
      await completed;
    });
    await eventually(async () => expect(await audience(need)).toMatchObject({ people: 2, answered: 1 }));
  });
});

describe('a worker who comes to the site of an offered need about what expires in 100 days', () => {
  const offered = async (): Promise<string> => {
    const data = { site: 'A', topic: 'Manual Handling', payload: { expires_at: dateInDays(100) } };
    const { id } = await raisedNeed(tenant, data, 'credential_expiring');
    await offer(tenant, id);
    return id;
  };

  it('has to complete the course again if their completion is not valid beyond the expiry', async () => {
    await completeAll(tenant, 'Ada', { completedAt: timeInDays(-300) });
    const need = await offered();
    const asked = { workers: [{ externalWorkerId: 'Ada' }], site: 'A' };
    expect((await tenant.api.checkReadiness({ body: asked })).items[0]?.reasons).toMatchObject([{ kind: 'need' }]);
    await comes(need);
    expect(await audience(need)).toMatchObject({ answered: 0 });
  });

  it('has answered the need if their completion is valid beyond it', async () => {
    await completeAll(tenant, 'Ada', { completedAt: timeInDays(-30) });
    const need = await offered();
    const asked = { workers: [{ externalWorkerId: 'Ada' }], site: 'A' };
    expect((await tenant.api.checkReadiness({ body: asked })).items[0]?.reasons).toEqual([]);
    await comes(need);
    await eventually(async () => expect(await audience(need)).toMatchObject({ answered: 1 }));
  });
});
