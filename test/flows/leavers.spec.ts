import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer } from '../factories/assignments.js';
import { auditOfLeavers } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { addWorker, changeWorker, hire, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a worker who leaves', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { topics: ['Manual Handling'] });
  });

  const leave = (id: string): Promise<unknown> => changeWorker(tenant, id, { active: false });
  const need = async (data: object): Promise<string> =>
    (await raisedNeed(tenant, { topic: 'Manual Handling', ...data })).id;
  const peopleOf = async (id: string): Promise<number> => (await needById(tenant, id)).audience.people;

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['PATCH', (id) => tenant.admin('PATCH', `/workers/${id}`, { active: false })],
    ['PUT', (id) => tenant.admin('PUT', `/workers/${id}`, { active: false })],
    ['DELETE', (id) => tenant.admin('DELETE', `/workers/${id}`)],
    ['a row of an import', () => importWorkers(tenant, 'externalWorkerId,active\nAda,no\n')],
    [
      'a list that does not name them',
      () => importWorkers(tenant, 'externalWorkerId,name\nBen,Ben\n', '?deactivateMissing=true'),
    ],
  ])(
    'by %s needs no training: own needs are closed, assignments cancelled, and cohorts continue without the worker',
    async (_how, makeLeave) => {
      const ada = await hire(tenant, 'Ada', 'Site A');
      await hire(tenant, 'Ben', 'Site A');
      await tenant.send([
        signal({ topic: 'Manual Handling', external_worker_id: 'Ada' }, 'own'),
        signal({ topic: 'Manual Handling', external_worker_id: 'Ada' }, 'offered'),
        signal({ topic: 'Manual Handling', site: 'Site A' }, 'cohort'),
        signal({ topic: 'Manual Handling', external_worker_id: 'Ben' }, 'others'),
      ]);
      const raised = await tenant.resolvedNeeds();
      const idOf = (kind: string): string => raised.find(({ type }) => type === kind)?.id ?? '';
      const [own, offered, cohort, others] = [idOf('own'), idOf('offered'), idOf('cohort'), idOf('others')];
      await tenant.api.ungroupNeed({ path: { id: offered } });
      await offer(tenant, offered);
      expect(await makeLeave(ada)).toMatchObject({ status: expect.any(Number) });
      expect(await peopleOf(cohort)).toBe(1);
      expect(await needById(tenant, own)).toMatchObject({
        status: 'resolved',
        history: [{ action: 'need.resolved', after: { status: 'resolved', reason: 'left' } }],
      });
      expect(await needById(tenant, offered)).toMatchObject({
        status: 'resolved',
        assignments: [{ status: 'cancelled' }],
      });
      expect([(await needById(tenant, cohort)).status, (await needById(tenant, others)).status]).toEqual([
        'open',
        'open',
      ]);
      expect(await auditOfLeavers(tenant)).toEqual([
        {
          action: 'worker.left',
          subject: { kind: 'worker', id: ada },
          after: { workers: 1, needs: 2, cohorts: 1, assignments: 1 },
        },
      ]);
    },
  );

  it('keeps completed assignments', async () => {
    const ada = await hire(tenant, 'Ada');
    await offer(tenant, await need({ external_worker_id: 'Ada' }));
    await completeAll(tenant, 'Ada');
    await leave(ada);
    expect((await tenant.api.listAssignments({})).items).toMatchObject([{ status: 'completed' }]);
  });

  it('is published once, and closes nothing a second time', async () => {
    const ada = await hire(tenant, 'Ada');
    const own = await need({ external_worker_id: 'Ada' });
    for (let times = 0; times < 2; times++) await leave(ada);
    const { version, history } = await needById(tenant, own);
    await tenant.admin('DELETE', `/workers/${ada}`);
    expect(await needById(tenant, own)).toMatchObject({ version, history });
    expect(await auditOfLeavers(tenant)).toHaveLength(1);
  });

  it('gets nothing back on return, except the share in cohorts', async () => {
    const ada = await hire(tenant, 'Ada', 'Site A');
    const own = await need({ external_worker_id: 'Ada' });
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, own);
    await leave(ada);
    await changeWorker(tenant, ada, { active: true });
    await eventually(async () => expect(await peopleOf(cohort)).toBe(1));
    expect(await needById(tenant, own)).toMatchObject({ status: 'resolved', assignments: [{ status: 'cancelled' }] });
    const again = await need({ external_worker_id: 'Ada' });
    expect([again === own, (await needById(tenant, again)).status]).toEqual([false, 'open']);
  });

  it('has further signals recorded, and closed again when they are resolved', async () => {
    await addWorker(tenant, { name: 'Ada', active: false });
    const late = await need({ external_worker_id: 'Ada' });
    await expectNeed(tenant, late, {
      status: 'resolved',
      history: [{ actor: 'job:resolve-needs', after: { reason: 'left' } }],
    });
    await tenant.admin('POST', `/needs/${late}/reopen`);
    await tenant.resolvedNeeds();
    expect((await needById(tenant, late)).status).toBe('open');
  });
});
