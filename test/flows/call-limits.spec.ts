import { beforeAll, describe, expect, it } from '@jest/globals';
import { assignmentOf } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { learnerPage } from '../factories/learning.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { LearnerPage } from '../harness/learner-page.js';
import type { TestTenant } from '../harness/tenant.js';
import { shortestTime } from '../harness/timing.js';

/**
 * A tenant's calls that are worked on at once, and those that may wait
 * (libs/tenancy/guards/call-limits.interceptor.ts).
 */
const RUNNING = 8;
const WAITING = 256;
const TOO_MANY = 5;
/** A tenant's connections to PostgreSQL. */
const CONNECTIONS = 4;

describe('the connections to PostgreSQL', () => {
  let engine: SharedEngine;
  let greedy: TestTenant;
  let other: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    [greedy, other] = [await engine.createTenant(), await engine.createTenant()];
    await greedy.admin('PUT', '/signal-map', { map: {} });
  });

  /** Has the tenant's changes of its signal map wait while `work` runs. */
  const holdingMapOf = <T>(tenant: TestTenant, work: () => Promise<T>): Promise<T> =>
    engine.database.inTransaction(async (tx) => {
      await tx.query('select from signal_map where tenant_id = $1 for update', [tenant.id]);
      return await work();
    });

  it('are never all used by one tenant: its calls wait, others get responses, and only excess calls are refused', async () => {
    const allAnswers = async () => {
      const calls = await holdingMapOf(greedy, async () => {
        const held = Array.from({ length: RUNNING }, () =>
          greedy.once.admin<unknown>('PUT', '/signal-map', { map: {} }),
        );
        await eventuallyLocked(engine, CONNECTIONS);
        // Reads, because all that wait must have had their turn ten seconds later, also on a slow machine.
        const sent = [
          ...held,
          ...Array.from({ length: WAITING + TOO_MANY }, () => greedy.once.admin<unknown>('GET', '/signal-map')),
        ];
        const refused = await Promise.race([...sent, new Promise((resolve) => setTimeout(resolve, 5_000))]);
        expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
        const ofOther = async (): Promise<void> => {
          for (let times = 0; times < 10; times++) expect((await other.once.admin('GET', '/needs')).status).toBe(200);
        };
        expect(await shortestTime(ofOther, 2_000)).toBeLessThan(2_000);
        return sent;
      });
      const all = await Promise.all(calls);
      expect(all.map(({ status }) => status)).not.toContain(503);
      return all;
    };
    // While the machine pauses, those that wait are refused: then all are sent again.
    const answers = await eventually(allAnswers);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(RUNNING + WAITING);
    for (const { status, headers } of answers.filter((answer) => answer.status !== 200))
      expect([status, headers.get('retry-after')]).toEqual([429, '10']);
  });

  it('are not all used by two tenants whose statements wait for locks, either, and those time out', async () => {
    const second = await engine.createTenant();
    await second.admin('PUT', '/signal-map', { map: {} });
    const answers = await holdingMapOf(greedy, () =>
      holdingMapOf(second, async () => {
        const sent = [greedy, second].flatMap((tenant) =>
          Array.from({ length: 12 }, () => tenant.once.admin<{ code?: string }>('PUT', '/signal-map', { map: {} })),
        );
        await new Promise((resolve) => setTimeout(resolve, 300));
        for (let times = 0; times < 5; times++) expect((await other.once.admin('GET', '/needs')).status).toBe(200);
        return Promise.race(sent);
      }),
    );
    expect(answers).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  });

  it('are not all used by slow calls of the operator: tenants are authenticated meanwhile', async () => {
    const slow = await Promise.all(Array.from({ length: 3 }, () => engine.createTenant()));
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from tenant where slug = any ($1) for update', [slow.map(({ slug }) => slug)]);
      const changes = slow.map(({ slug }) => engine.operator('PATCH', `/tenants/${slug}`, { name: 'Renamed' }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      for (let times = 0; times < 5; times++) expect((await other.once.admin('GET', '/needs')).status).toBe(200);
      await tx.query('commit');
      await Promise.all(changes);
    });
  });

  it('are not all used by learners whose assignments are locked: tenants are authenticated meanwhile', async () => {
    const tenants = [greedy, greedy, await engine.createTenant()];
    const pages = await Promise.all(tenants.map((tenant, index) => learnerOf(tenant, `Ann ${index}`)));
    const answers = await engine.database.inTransaction(async (tx) => {
      await tx.query('select from assignment where tenant_id = any ($1) for update', [tenants.map(({ id }) => id)]);
      const sent = pages.map((page) => page.answer([]));
      await eventuallyLocked(engine, pages.length);
      for (let times = 0; times < 5; times++) expect((await other.once.admin('GET', '/needs')).status).toBe(200);
      await tx.query('commit');
      return Promise.all(sent);
    });
    for (const { text } of answers) expect(text).toContain('Completed on');
  });

  /** The page of a person who has to read a course, and to confirm it. */
  async function learnerOf(tenant: TestTenant, name: string): Promise<LearnerPage> {
    const { id: courseId } = await publishedCourse(tenant, { title: `Policy for ${name}`, content: 'Read this.' });
    const { id: workerId } = await addWorker(tenant, { name });
    await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
    const { id } = await assignmentOf(tenant, workerId);
    return learnerPage(tenant, id);
  }
});
