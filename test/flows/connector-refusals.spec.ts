import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an integrator whose events are refused', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it('sees why, with an excerpt that has no personal data, and counts of unsigned requests', async () => {
    await tenant.send({ event: 'signal.incident', data: { email: 'ada@acme.com', severity: 9 } });
    await tenant.sendRaw('{"event":');
    for (let n = 0; n < 3; n++) await tenant.sendRaw('{}', { 'x-edifyd-signature': 'ab' });
    const { items, unsigned } = await tenant.api.getRefusedSignals();
    expect(items).toMatchObject([
      { code: 'invalid_json', excerpt: '{"event":' },
      {
        code: 'invalid_event',
        errors: [{ field: 'data.severity' }],
        excerpt: '{"event":"signal.incident","data":{"email":"…","severity":9}}',
      },
    ]);
    expect(unsigned).toMatchObject([{ requests: 3 }]);
    await engine.database.query(`update refused_count set hour = hour - interval '1 hour' where tenant_id = $1`, [
      tenant.id,
    ]);
    for (const requests of [1, 2]) {
      await tenant.sendRaw('{}', { 'x-edifyd-signature': 'ab' });
      expect((await tenant.api.getRefusedSignals()).unsigned).toMatchObject([{ requests }, { requests: 3 }]);
    }
    const other = await engine.createTenant();
    expect(await other.api.getRefusedSignals()).toEqual({ unsigned: [], items: [] });
  });

  it('sees the beginning of each refused event of a batch', async () => {
    await tenant.send([{ event: 'signal.incident', data: { site: 'North' } }, { event: 'x' }, 7]);
    expect((await tenant.api.getRefusedSignals()).items).toMatchObject([
      { errors: [{ field: 'body' }], excerpt: '7' },
      { errors: [{ field: 'data' }, { field: 'event' }], excerpt: '{"event":"…"}' },
    ]);
  });

  it('sees the latest ones of a flood', async () => {
    const batch = Array.from({ length: 500 }, (_value, n) => ({ event: `bad ${n}` }));
    for (let n = 0; n < 12; n++) {
      await tenant.send(batch);
      await tenant.api.getRefusedSignals();
    }
    await tenant.send({ event: 'the last one' });
    const { items } = await tenant.api.getRefusedSignals();
    expect(items).toHaveLength(200);
    expect(items[0]?.excerpt).toBe('{"event":"…"}');
  });

  it('sees the latest ones also while they are being stored', async () => {
    await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table refused_event in exclusive mode');
      await tenant.send({ event: 'bad' });
      await eventuallyLocked(engine);
      const reading = tenant.api.getRefusedSignals();
      await Promise.race([reading, sleep(200)]);
      await tx.query('commit');
      expect((await reading).items).toMatchObject([{ code: 'invalid_event' }]);
    });
  });

  it('sees them for seven days', async () => {
    await tenant.send({ event: 'x' });
    await tenant.sendRaw('{}', { 'x-edifyd-signature': 'ab' });
    await tenant.api.getRefusedSignals();
    await engine.database.query(
      `update refused_event set id = uuid_floor(now() - interval '8 days') where tenant_id = '${tenant.id}'`,
    );
    await engine.database.query(
      `update refused_count set hour = hour - interval '8 days' where tenant_id = '${tenant.id}'`,
    );
    expect(await tenant.api.getRefusedSignals()).toEqual({ unsigned: [], items: [] });
  });
});
