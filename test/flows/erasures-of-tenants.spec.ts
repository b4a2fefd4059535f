import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { auditOf } from '../factories/audit.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** The key of the lock for which each erasure waits before it ends. */
const ENDS = 4_713;

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

async function requestErasure(tenant: TestTenant, externalWorkerId = 'E-1'): Promise<string> {
  const { id } = await addWorker(tenant, { name: `Worker ${externalWorkerId}`, externalWorkerId });
  await tenant.admin('DELETE', `/workers/${id}?erase=true`);
  return id;
}
const erasuresOf = async (tenant: TestTenant): Promise<number> =>
  (await auditOf(tenant, { action: 'worker.erased' })).length;

describe('the erasures of a tenant do not hold up those of another tenant', () => {
  it('while they wait for a lock', async () => {
    const [waiting, other] = [await engine.createTenant(), await engine.createTenant()];
    const { id } = await addWorker(waiting, { name: 'Ada', externalWorkerId: 'A-1' });
    await raisedNeed(waiting, { external_worker_id: 'A-1', topic: 'Rigging' });
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from signal where tenant_id = $1 for update', [waiting.id]);
      await waiting.admin('DELETE', `/workers/${id}?erase=true`);
      await eventuallyLocked(engine);
      await requestErasure(other);
      await eventually(async () => expect(await erasuresOf(other)).toBe(1));
      expect(await erasuresOf(waiting)).toBe(0);
    });
  });

  it('while there are many of them', async () => {
    const [busy, other] = [await engine.createTenant(), await engine.createTenant()];
    await engine.database.query(
      `create table ended (number serial, tenant_id uuid);
       create function note_end() returns trigger language plpgsql security definer as $$ begin
         perform pg_advisory_xact_lock_shared(${ENDS}); insert into ended (tenant_id) values (old.tenant_id);
         return old; end $$;
       create trigger note_end before delete on erasure for each row execute function note_end()`,
    );
    await engine.database.inTransaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(${ENDS})`);
      for (let number = 1; number <= 10; number++) await requestErasure(busy, `E-${number}`);
      await requestErasure(other);
    });
    await eventually(async () => expect(await erasuresOf(other)).toBe(1));
    const before = await engine.database.query(
      'select from ended where tenant_id = $1 and number < (select number from ended where tenant_id = $2)',
      [busy.id, other.id],
    );
    expect(before.length).toBeLessThan(8);
  });
});

it('an erasure that fails holds up no other one of its tenant, and is in the metrics', async () => {
  const tenant = await engine.createTenant();
  await engine.database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin
       if old.keys -> 'externalWorkerIds' ? 'REFUSED' then raise 'planted'; end if; return old; end $$;
     create trigger refuse before delete on erasure for each row execute function refuse()`,
  );
  await requestErasure(tenant, 'REFUSED');
  await engine.database.query(`update erasure set requested_at = now() - interval '2 hours' where tenant_id = $1`, [
    tenant.id,
  ]);
  await requestErasure(tenant);
  await eventually(async () => expect(await erasuresOf(tenant)).toBe(1));
  await eventually(async () =>
    expect(await engine.readMetrics()).toMatch(/^readiness_erasures_waiting\{age=">1h"\} 1$/m),
  );
  await engine.database.query('drop trigger refuse on erasure');
  await engine.database.query('delete from erasure where tenant_id = $1', [tenant.id]);
});

it('an erasure is in the log as the API names the worker, so that it can be repeated after a restore', async () => {
  const log = jest.spyOn(Logger.prototype, 'log');
  const tenant = await engine.createTenant();
  const workerId = await requestErasure(tenant);
  const line = expect.objectContaining({ tenant: tenant.slug, workerId });
  await eventually(async () => expect(log).toHaveBeenCalledWith(line, 'erased personal data'));
  log.mockRestore();
});

it('an erasure changes few rows at a time, however many events are about the person: each may have 256 KiB', async () => {
  const tenant = await engine.createTenant();
  const { id } = await addWorker(tenant, { name: 'Ada Lovelace', externalWorkerId: 'ADA-1815' });
  await engine.database.query(
    `create table changed_rows (count integer);
     create function count_changed() returns trigger language plpgsql security definer as $$
       begin
         -- An erasure of an earlier test that has failed is tried again a minute later.
         insert into changed_rows select count(*) from changed where tenant_id = '${tenant.id}';
         return null;
       end $$;
     create trigger count_changed after update on signal referencing new table as changed for each statement
       execute function count_changed();`,
  );
  await engine.database.query(
    `insert into signal (tenant_id, id, retention_months, type, dedupe_key, outcome, raw)
     select $1, uuid_next(), 12, 'incident', 'key', 'nothing_open',
       '{"event": "signal.incident", "data": {"external_worker_id": "ADA-1815"}}' from generate_series(1, 120)`,
    [tenant.id],
  );
  await tenant.admin('DELETE', `/workers/${id}?erase=true`);
  await eventually(async () => expect(await erasuresOf(tenant)).toBe(1));
  const counts = await engine.database.query<{ count: number }>('select count from changed_rows where count > 0');
  expect(counts.map(({ count }) => count)).toEqual([50, 50, 20]);
});
