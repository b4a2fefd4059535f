import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer as offerOf } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { onlySynonym, synonymsOf } from '../factories/synonyms.js';
import { addManyWorkers, addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const CRANE = 'Overhead Crane Operation';

describe('the corrections behind a synonym', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let crane: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    crane = await publish(CRANE);
    await addWorker(tenant, { site: 'Yard' });
  });

  const publish = async (title: string): Promise<string> => (await publishedCourse(tenant, { title })).id;
  /** A need of one person, Ada unless another one is named, resolved. */
  const need = async (topic: string, key = topic, worker = 'Ada'): Promise<string> =>
    (await raisedNeed(tenant, { external_worker_id: worker, topic, dedupe_key: key })).id;
  /** @returns the id of the operation */
  const offer = async (needId: string, courseId?: string): Promise<string | null> =>
    (await offerOf(tenant, needId, courseId === undefined ? {} : { courseId })).operationId;
  const loggedActions = async (): Promise<unknown[]> =>
    (await auditOf(tenant, { subject: 'synonym' })).map(({ action }) => action);

  it('are counted once for each topic of an offer of many needs, and reverted when the offer is undone', async () => {
    const first = await offer(await need('The Beast', 'first'), crane);
    const ids = [await need('The Beast', 'a'), await need('the_beast', 'b'), await need('Big Blue', 'c')];
    const { operationId } = await tenant.api.startBulk({ body: { action: 'offer', ids, courseId: crane } });
    await operationEnded(tenant, operationId);
    const counts = async (): Promise<object> =>
      Object.fromEntries((await synonymsOf(tenant)).map(({ topic, corrections }) => [topic, corrections]));
    expect(await counts()).toEqual({ 'The Beast': 2, 'Big Blue': 1 });
    await undo(tenant, operationId);
    expect(await counts()).toEqual({ 'The Beast': 1 });
    await undo(tenant, first);
    expect(await synonymsOf(tenant)).toEqual([]);
    const [suggested, withdrawn] = ['synonym.suggested', 'synonym.withdrawn'];
    expect(await loggedActions()).toEqual([suggested, suggested, withdrawn, withdrawn]);
  });

  it('are reverted with an offer although its need stays offered with another course', async () => {
    const other = await publish('Manual Handling');
    const needId = await need('The Beast');
    const mistaken = await offer(needId, crane);
    await offer(needId, other);
    await undo(tenant, mistaken);
    expect(await needById(tenant, needId)).toMatchObject({ status: 'offered' });
    expect(await synonymsOf(tenant)).toEqual([]);
  });

  it('leave a synonym that a person has accepted, and stay if somebody has completed the course', async () => {
    const accepted = await offer(await need('The Beast'), crane);
    const { id } = await onlySynonym(tenant);
    await tenant.api.acceptSynonym({ path: { id } });
    await undo(tenant, accepted);
    expect(await onlySynonym(tenant)).toMatchObject({ id, status: 'accepted', corrections: 0 });
    await tenant.api.removeSynonym({ path: { id } });
    const completed = await offer(await need('Big Blue'), crane);
    await completeAll(tenant, 'Ada');
    await undo(tenant, completed);
    expect(await onlySynonym(tenant)).toMatchObject({ topic: 'Big Blue', corrections: 1 });
  });

  it('are counted and reverted for an offer to more people than one request assigns', async () => {
    await addManyWorkers(engine, tenant, 1_001, { site: 'Port' });
    const cohort = await raisedNeed(tenant, { site: 'Port', topic: 'The Beast' });
    const { status, operationId } = await offerOf(tenant, cohort.id, { courseId: crane });
    expect(status).toBe('queued');
    await operationEnded(tenant, operationId);
    expect(await onlySynonym(tenant)).toMatchObject({ topic: 'The Beast', corrections: 1 });
    await undo(tenant, operationId);
    expect(await synonymsOf(tenant)).toEqual([]);
  });

  it('are counted for each of several concurrent offers', async () => {
    const ids: string[] = [];
    for (const name of ['Ben', 'Cleo', 'Dora', 'Eve']) {
      await addWorker(tenant, { name, site: 'Yard' });
      ids.push(await need('The Beast', name, name));
    }
    await Promise.all(ids.map((id) => offer(id, crane)));
    expect(await onlySynonym(tenant)).toMatchObject({ corrections: 4 });
  });

  it('suggest a rejected synonym again after three more of them, and not before', async () => {
    await offer(await need('The Beast', '0'), crane);
    const { id } = await onlySynonym(tenant);
    await tenant.api.rejectSynonym({ path: { id } });
    for (const key of ['1', '2']) await offer(await need('The Beast', key), crane);
    expect(await onlySynonym(tenant)).toMatchObject({ id, status: 'rejected', corrections: 3 });
    const third = await offer(await need('The Beast', '3'), crane);
    expect(await onlySynonym(tenant)).toMatchObject({ id, status: 'suggested', corrections: 4, version: 3 });
    await tenant.api.acceptSynonym({ path: { id } });
    await undo(tenant, third);
    expect(await onlySynonym(tenant)).toMatchObject({ id, status: 'accepted', corrections: 3 });
    expect(await loggedActions()).toEqual([
      'synonym.suggested',
      'synonym.rejected',
      'synonym.suggested',
      'synonym.accepted',
    ]);
  });
});
