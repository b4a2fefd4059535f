import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { auditOfLeavers } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { hire, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('workers who leave together', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { topics: ['Manual Handling'] });
  });

  const need = async (data: object): Promise<string> =>
    (await raisedNeed(tenant, { topic: 'Manual Handling', ...data })).id;
  const peopleOf = async (id: string): Promise<number> => (await needById(tenant, id)).audience.people;

  const table = (from: number, to: number, active = ''): string =>
    `externalWorkerId,name,site,active\n${Array.from({ length: to - from }, (_, index) => `W-${from + index},Worker ${from + index},Site A,${active}`).join('\n')}\n`;

  it('have their needs closed in one set, and are published once', async () => {
    await importWorkers(tenant, table(0, 300));
    const events = Array.from({ length: 300 }, (_, index) =>
      signal({ external_worker_id: `W-${index}`, topic: 'Manual Handling' }),
    );
    await tenant.send(events);
    const cohort = await need({ site: 'Site A' });
    await eventually(async () => expect(await peopleOf(cohort)).toBe(300));
    const open = async (): Promise<number> =>
      (
        await engine.database.query(
          `select from need where tenant_id = $1 and closed_at is null and resolved_at is not null`,
          [tenant.id],
        )
      ).length;
    await eventually(async () => expect(await open()).toBe(301));
    expect((await importWorkers(tenant, table(0, 250, 'no'), '?dryRun=true')).body).toMatchObject({ updated: 250 });
    expect(await open()).toBe(301);
    await importWorkers(tenant, table(0, 250, 'no'));
    expect(await open()).toBe(51);
    expect(await peopleOf(cohort)).toBe(50);
    expect(await auditOfLeavers(tenant)).toEqual([
      {
        action: 'workers.left',
        subject: { kind: 'leavers', id: expect.any(String) },
        after: { workers: 250, needs: 250, cohorts: 1, assignments: 0 },
      },
    ]);
  });

  it('are confirmed first if a list omits more than a quarter of all workers', async () => {
    await importWorkers(tenant, table(0, 40));
    const list = (to: number, query = ''): ReturnType<typeof importWorkers> =>
      importWorkers(tenant, table(0, to), `?deactivateMissing=true${query}`);
    const active = async (): Promise<number> =>
      (await tenant.api.listWorkers({ query: { active: 'true', limit: 200 } })).items.length;
    expect((await list(20, '&dryRun=true')).body).toMatchObject({ unchanged: 20, deactivated: 20 });
    expect(await list(20)).toMatchObject({
      status: 409,
      body: { code: 'too_many_missing', missing: 20, active: 40 },
    });
    expect((await list(20, '&maxDeactivated=19')).status).toBe(409);
    expect(await active()).toBe(40);
    expect((await list(20, '&maxDeactivated=20')).body).toMatchObject({ deactivated: 20 });
    expect(await active()).toBe(20);
    expect((await list(15)).body).toMatchObject({ deactivated: 5 });
    expect((await importWorkers(tenant, table(0, 15), '?maxDeactivated=x')).status).toBe(422);
  });

  it('have needs that are locked in the same order as by recording, so that neither deadlocks', async () => {
    for (const name of ['Ada', 'Ben']) await hire(tenant, name);
    const later = ids.parse('need', await need({ external_worker_id: 'Ada', dedupe_key: 'b' }));
    const sooner = ids.parse('need', await need({ external_worker_id: 'Ben', dedupe_key: 'a' }));
    await engine.database.inTransaction(async (recording) => {
      await recording.query('select from need where id = $1 for update', [sooner]);
      const left = importWorkers(tenant, 'externalWorkerId,active\nAda,no\nBen,no\n');
      await eventuallyLocked(engine);
      expect((await recording.query('select from need where id = $1 for update nowait', [later])).rowCount).toBe(1);
      await recording.query('commit');
      expect(await left).toMatchObject({ status: 200, body: { updated: 2 } });
    });
  });
});
