import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer, offeredNeed } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { decide, dismiss, expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { boardShows } from '../factories/readiness.js';
import { sendSignal } from '../factories/signals.js';
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

  /** Whom the need reaches when Ada, who has answered it, has left and come back. */
  const afterReturn = async () => {
    const audience = async () => (await needById(tenant, need)).audience;
    await eventually(async () => expect(await audience()).toMatchObject({ answered: 1 }));
    await move([ada, 'B', 1], [ada, 'A', 2]);
    return audience();
  };

  it('has still answered the need for which they have completed the course', async () => {
    expect(await afterReturn()).toMatchObject({ people: 2, answered: 1 });
    await boardShows(tenant, ['Ada | ready', 'Ben | not_ready | need 4']);
  });

  it('has still answered a need whose offer counted an earlier completion', async () => {
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    await tenant.api.createAssignments({ body: { courseId, workerIds: [ada] } });
    await completeAll(tenant, 'Ada');
    need = await offeredNeed(tenant, { site: 'A', topic: 'Rigging' });
    expect(await afterReturn()).toMatchObject({ people: 2, answered: 1 });
  });

  it.each(['zorbux', 'Zorbux licence'])(
    'has still answered a need whose topic they have completed as %s, although the library has no course of it',
    async (topic) => {
      need = (await raisedNeed(tenant, { site: 'A', topic: 'Zorbux' })).id;
      await sendSignal(tenant, { external_worker_id: 'Ada', topic }, 'course_completed');
      expect(await afterReturn()).toMatchObject({ people: 2, answered: 1 });
    },
  );

  it('has still answered such a need if they have completed another topic thousands of times since', async () => {
    need = (await raisedNeed(tenant, { site: 'A', topic: 'Zorbux' })).id;
    await sendSignal(tenant, { external_worker_id: 'Ada', topic: 'Zorbux licence' }, 'course_completed');
    await eventually(async () => expect((await needById(tenant, need)).audience).toMatchObject({ answered: 1 }));
    await engine.database.query(
      `insert into completion (tenant_id, id, worker_id, topic, completed_at)
        select tenant_id, gen_random_uuid(), worker_id, 'Aerobics', completed_at + n * interval '1 millisecond'
        from completion cross join generate_series(1, 20100) as n where tenant_id = $1 and topic = 'Zorbux licence'`,
      [tenant.id],
    );
    expect(await afterReturn()).toMatchObject({ people: 2, answered: 1 });
  });

  it('has still answered a need whose offer counted a credential', async () => {
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'Rigging', expiresAt: '2099-01-01' });
    await publishedCourse(tenant, { title: 'Rigging' });
    need = await offeredNeed(tenant, { site: 'A', topic: 'Rigging' });
    expect(await afterReturn()).toMatchObject({ people: 2, answered: 1 });
  });

  it('has still answered a need from whose offer they are exempt, by a topic in another spelling', async () => {
    const own = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Rigging licence' });
    await dismiss(tenant, own.id, { reason: 'equivalent_held' });
    await publishedCourse(tenant, { title: 'Rigging' });
    need = await offeredNeed(tenant, { site: 'A', topic: 'Rigging' });
    expect(await afterReturn()).toMatchObject({ people: 2, answered: 1 });
  });

  it('completes the need if nobody else is there', async () => {
    await move([ada, 'B', 1], [ben, 'B', 0]);
    expect((await needById(tenant, need)).status).not.toBe('completed');
    await move([ada, 'A', 1]);
    await expectNeed(tenant, need, { status: 'completed' });
  });

  it('still has to answer a need again that was reopened', async () => {
    await completeAll(tenant, 'Ben');
    await decide(tenant, need, 'reopen');
    await move([ada, 'B', 1], [ada, 'A', 2]);
    expect(await needById(tenant, need)).toMatchObject({ status: 'open', audience: { answered: 0 } });
  });

  it('has answered a reopened need whose next offer counted their completion', async () => {
    await completeAll(tenant, 'Ben');
    await decide(tenant, need, 'reopen');
    await addWorker(tenant, { name: 'Cleo', externalWorkerId: 'Cleo', site: 'A' });
    await eventually(async () => expect((await needById(tenant, need)).audience.people).toBe(3));
    expect((await offer(tenant, need)).counts).toMatchObject({ assigned: 1, alreadyValid: 2 });
    await move([ada, 'B', 2], [ada, 'A', 3]);
    expect((await needById(tenant, need)).audience).toMatchObject({ people: 3, answered: 2 });
  });

  it('still has to answer a need without having completed its course', async () => {
    await addWorker(tenant, { name: 'Cleo', externalWorkerId: 'Cleo', site: 'A' });
    await move([ben, 'B', 2], [ben, 'A', 3]);
    expect((await needById(tenant, need)).audience.answered).toBe(1);
    await boardShows(tenant, ['Ada | ready', 'Ben | not_ready | need 4', 'Cleo | not_ready | need 4']);
  });
});
