import { randomUUID } from 'node:crypto';
import { sql } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PendingTenants } from '#platform/database';
import { FailedJobs, JobSender, wakePayloads } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { addWorker } from '../factories/workers.js';
import { sendSignal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess, withWorker } from '../harness/with-process.js';

const TENANTS = 12;
const GROUPS = 64;
const MANY_JOBS = 100;
const MORE_THAN_A_PAGE = 501;

/** Many tenants are woken by a job for each group of them, several by one job. */
describe('the work of many tenants', () => {
  let engine: TestEngine;
  let tenants: TestTenant[];

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenants = [];
    for (let index = 0; index < TENANTS; index++) {
      const tenant = await engine.createTenant();
      await addWorker(tenant, { name: 'Ada', externalWorkerId: 'W-1' });
      await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Ladders' });
      tenants.push(tenant);
    }
  });
  afterAll(() => engine.close());

  const jobsWith = async (property: 'group' | 'tenantIds'): Promise<number> => {
    const [row] = await engine.database.query<{ jobs: number }>(
      `select count(*)::integer as jobs from bullmq.job where queue = 'resolve-needs' and data ? $1`,
      [property],
    );
    return row?.jobs ?? 0;
  };

  it('is woken by few jobs, however many tenants they are and however often it is woken', async () => {
    const jobs = engine.app.get(JobSender, { strict: false });
    const tenantIds = [...tenants.map(({ id }) => id), ...Array.from({ length: 3_000 }, () => randomUUID())];
    await jobs.send(ResolveNeeds, wakePayloads(tenantIds));
    await jobs.send(ResolveNeeds, wakePayloads(tenantIds));
    expect(await jobsWith('group')).toBe(GROUPS);
  });

  it('is woken by one job for all that signals name at once, and by merged jobs while many wait', async () => {
    const jobs = engine.app.get(JobSender, { strict: false });
    const tenantIds = tenants.map(({ id }) => id);
    await jobs.wake(ResolveNeeds, tenantIds);
    // The jobs of the signals, of which the last may still be sent, name fewer.
    const ofAll = await engine.database.query(
      `select from bullmq.job where queue = 'resolve-needs' and jsonb_array_length(data -> 'tenantIds') = $1`,
      [TENANTS],
    );
    expect(ofAll).toHaveLength(1);
    for (let call = 0; call < MANY_JOBS; call++) await jobs.wake(ResolveNeeds, tenantIds);
    await eventually(async () => {
      const waiting = await jobsWith('tenantIds');
      await jobs.wake(ResolveNeeds, tenantIds);
      expect(await jobsWith('tenantIds')).toBe(waiting);
    });
  });

  it('is found for a tenant that has just been created, too', async () => {
    const pending = engine.app.get(PendingTenants, { strict: false });
    const found = async (): Promise<string[]> => {
      const groups = Array.from({ length: GROUPS }, (_value, group) => group);
      const inGroups = groups.map((group) => pending.findInGroup(group, [{ table: sql`worker`, where: sql`true` }]));
      return (await Promise.all(inGroups)).flat();
    };
    expect((await found()).toSorted()).toEqual(tenants.map(({ id }) => id).toSorted());
    const tenant = await engine.createTenant();
    await addWorker(tenant, { name: 'Ada' });
    expect(await found()).toContain(tenant.id);
  });

  it('is done for each of them; a tenant whose work fails is retried and reported alone', async () => {
    const [guilty] = tenants;
    if (guilty === undefined) throw new Error('no tenant');
    await engine.database.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'a board that cannot be stored';
        end $$;
      create trigger refuse before delete on readiness_mark for each row
        when (old.tenant_id = '${guilty.id}') execute function refuse()`);
    const unresolved = (): Promise<unknown[]> =>
      engine.database.query('select tenant_id as id from need where unresolved_since is not null');
    const marked = (): Promise<unknown[]> =>
      engine.database.query('select distinct tenant_id as id from readiness_mark');
    await withWorker(engine, async () => {
      await eventually(async () => expect(await unresolved()).toEqual([]));
      await eventually(async () => expect(await marked()).toEqual([{ id: guilty.id }]));
      await eventually(async () => {
        const failed = await engine.app.get(FailedJobs, { strict: false }).list();
        expect(failed.map(({ queue, tenantId }) => ({ queue, tenantId }))).toEqual([
          { queue: 'recompute-readiness', tenantId: guilty.id },
        ]);
      });
    });
  });

  it('is accepted by a process that starts, on whichever page of the tenants they are', async () => {
    // Ids that sort before those of all others.
    await engine.database.query(
      `insert into tenant (id, slug, name) select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
        'idle-' || n, 'Idle' from generate_series(1, ${MORE_THAN_A_PAGE}) as n`,
    );
    await withProcess(engine, { worker: false }, async (other) => {
      const event = { event: 'signal.incident', data: { site: 'Yard', topic: 'Ladders' } };
      const sent = await Promise.all(tenants.map((tenant) => tenant.at(other.url).send(event)));
      expect(sent.map(({ status }) => status)).toEqual(tenants.map(() => 200));
    });
  });
});
