import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { auditOf } from '../factories/audit.js';
import { ZEBULONIA, tracesOf } from '../factories/erasure.js';
import { raisedNeed } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { addWorker, eraseWorker } from '../factories/workers.js';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the erasure of a person', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it('delays no signal about a need that mentions the person, and leaves no trace in it', async () => {
    const worker = await addWorker(tenant, ZEBULONIA);
    const data = { site: 'North', topic: `Talk to ${ZEBULONIA.name}`, dedupe_key: 'talk', note: ZEBULONIA.email };
    await raisedNeed(tenant, data);
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from signal where tenant_id = $1 for update', [tenant.id]);
      await tenant.admin('DELETE', `/workers/${worker.id}?erase=true`);
      await eventuallyLocked(engine);
      expect((await tenant.send(signal(data))).status).toBe(200);
    });
    await eventually(async () => expect(await tracesOf(engine, tenant)).toEqual([]));
  });

  it('can be asked for twice at the same moment', async () => {
    const worker = await addWorker(tenant, ZEBULONIA);
    await tenant.admin('DELETE', `/workers/${worker.id}`);
    const request =
      'insert into erasure (tenant_id, worker_id, keys, actor, requested_at) values ($1, $2, $3, $4, now())';
    const keys = JSON.stringify({ names: [], externalWorkerIds: [], emails: [], learnerIds: [] });
    const [second] = await behindLock(
      engine,
      [request, tenant.id, ids.parse('wrk', worker.id), keys, 'token:other'],
      () => tenant.admin('DELETE', `/workers/${worker.id}?erase=true`),
    );
    expect(second.status).toBe(204);
    await eventually(async () => expect(await tracesOf(engine, tenant)).toEqual([]));
  });

  it('can be asked for again, and after the worker was deleted; not for a worker who never was', async () => {
    const worker = await addWorker(tenant, ZEBULONIA);
    await tenant.admin('DELETE', `/workers/${worker.id}`);
    expect(await tracesOf(engine, tenant)).toContain('audit_entry.before');
    await eraseWorker(tenant, worker.id);
    expect(await tracesOf(engine, tenant)).toEqual([]);
    const requests = await auditOf(tenant, { subject: worker.id, action: 'worker.erasure_requested' });
    expect(requests).toMatchObject([{ actor: expect.stringMatching(/^token:/) }]);
    expect((await tenant.admin('DELETE', `/workers/${worker.id}`)).status).toBe(404);
    expect((await tenant.admin('DELETE', `/workers/${worker.id}?erase=yes`)).status).toBe(422);
    const stranger = await engine.createTenant();
    expect((await stranger.admin('DELETE', `/workers/${worker.id}?erase=true`)).status).toBe(404);
  });
});
