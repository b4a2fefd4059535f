import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProblem } from '#client';
import { assignmentOf, offeredNeed } from '../factories/assignments.js';
import { assignedByOffer, assignmentStatus, learnerPage } from '../factories/learning.js';
import { needById } from '../factories/needs.js';
import { changeTenant } from '../factories/tenants.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { LearnerPage } from '../harness/learner-page.js';
import type { TestTenant } from '../harness/tenant.js';

describe("a learner's link", () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it('shows and completes no course while the tenant is suspended', async () => {
    const { id } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    const { version } = await page.read();
    await changeTenant(engine, tenant, { status: 'suspended' });
    expect((await page.read()).text).toContain('This link is not valid');
    expect((await page.send({ version, 'answer-0': '1', 'answer-1': '0' })).status).toBe(404);
    await changeTenant(engine, tenant, { status: 'active' });
    expect((await page.read()).text).toContain('Ana Silva');
    expect(await assignmentStatus(tenant, id)).toBe('assigned');
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['replaced', (id) => learnerPage(tenant, id)],
    ['revoked', (id) => tenant.api.revokeAssignmentLink({ path: { id } })],
    [
      'expired',
      () =>
        engine.database.query("update assignment_link set expires_at = now() - interval '1 s' where tenant_id = $1", [
          tenant.id,
        ]),
    ],
  ])('that is %s leads to the same page as an unknown one', async (_name, end) => {
    const { id } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    await end(id);
    const unknown = await new LearnerPage(page.url.slice(0, -4) + 'AAAA').read();
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('This link is not valid');
    expect(await page.read()).toMatchObject({ status: 404, text: unknown.text });
    await page.send({ version: '1', 'answer-0': '1', 'answer-1': '0' });
    expect(await assignmentStatus(tenant, id)).toBe('assigned');
  });

  it('of a cancelled assignment says that nothing is to be done', async () => {
    const { id } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    await tenant.api.cancelAssignment({ path: { id } });
    expect((await page.read()).text).toContain('no longer assigned to you');
  });

  it('of an undone offer says that nothing is to be done', async () => {
    const { id, operationId } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    await tenant.api.undoOperation({ path: { id: operationId } });
    await eventually(async () => expect((await tenant.api.listAssignments()).items).toEqual([]));
    expect((await page.read()).text).toContain('no longer assigned to you');
    expect((await page.answer([1, 0])).text).toContain('no longer assigned to you');
  });

  it.each([
    ['cancelled', "update assignment set status = 'cancelled' where tenant_id = $1"],
    ['removed with its offer', 'delete from assignment where tenant_id = $1'],
  ])('of an assignment that is %s while the answers are sent says that nothing is to be done', async (_how, end) => {
    const { id, needId } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    await engine.database.inTransaction(async (ending) => {
      await ending.query('select from need where tenant_id = $1 for update', [tenant.id]);
      const answered = page.answer([1, 0]);
      await eventuallyLocked(engine);
      await ending.query(end, [tenant.id]);
      await ending.query('commit');
      expect((await answered).text).toContain('no longer assigned to you');
    });
    expect((await needById(tenant, needId)).status).toBe('offered');
  });

  it("shows nothing of a colleague's attempts at the same course", async () => {
    const { id } = await assignedByOffer(tenant);
    await (await learnerPage(tenant, id)).answer([0, 0]);
    const { attempts } = await tenant.api.getAssignmentLearning({ path: { id } });
    await addWorker(tenant, { name: 'Ben', externalWorkerId: 'E-2' });
    await offeredNeed(tenant, { external_worker_id: 'E-2', topic: 'Lockout' });
    const page = await learnerPage(tenant, (await assignmentOf(tenant, 'E-2')).id);
    const { text } = await new LearnerPage(`${page.url}?attempt=${attempts[0]?.id}`).read();
    expect(text).toContain('Training for Ben');
    expect(text).not.toContain('answers are right');
  });

  it('is refused for an assignment that has ended', async () => {
    const { id } = await assignedByOffer(tenant);
    await tenant.api.completeAssignment({ path: { id }, body: {} });
    const refused: unknown = await learnerPage(tenant, id).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiProblem);
    expect(refused).toMatchObject({ status: 409, code: 'assignment_completed' });
  });
});
