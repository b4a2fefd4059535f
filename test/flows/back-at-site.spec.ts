import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offeredNeed } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById } from '../factories/needs.js';
import { boardShows } from '../factories/readiness.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a worker who comes back to a site', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let ada: string;
  let ben: string;
  let need: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { title: 'Manual Handling' });
    [ada = '', ben = ''] = await Promise.all(
      ['Ada', 'Ben'].map(async (name) => (await addWorker(tenant, { name, externalWorkerId: name, site: 'A' })).id),
    );
    need = await offeredNeed(tenant, { site: 'A', topic: 'Manual Handling', severity: 4 });
    await completeAll(tenant, 'Ada');
  });

  /** @param sites of Ada and of Ben, one after the other */
  const move = async (...sites: ReadonlyArray<readonly [worker: string, site: string, people: number]>) => {
    for (const [worker, site, people] of sites) {
      await changeWorker(tenant, worker, { site });
      await eventually(async () => expect((await needById(tenant, need)).audience.people).toBe(people));
    }
  };

  it('has still answered the need for which they have completed the course', async () => {
    await move([ada, 'B', 1], [ada, 'A', 2]);
    expect((await needById(tenant, need)).audience).toMatchObject({ people: 2, answered: 1 });
    await boardShows(tenant, ['Ada | ready', 'Ben | not_ready | need 4']);
  });

  it('completes the need if nobody else is there', async () => {
    await move([ada, 'B', 1], [ben, 'B', 0]);
    expect((await needById(tenant, need)).status).not.toBe('completed');
    await move([ada, 'A', 1]);
    await eventually(async () => expect((await needById(tenant, need)).status).toBe('completed'));
  });

  it('still has to answer a need without having completed its course', async () => {
    await addWorker(tenant, { name: 'Cleo', externalWorkerId: 'Cleo', site: 'A' });
    await move([ben, 'B', 2], [ben, 'A', 3]);
    expect((await needById(tenant, need)).audience.answered).toBe(1);
    await boardShows(tenant, ['Ada | ready', 'Ben | not_ready | need 4', 'Cleo | not_ready | need 4']);
  });
});
