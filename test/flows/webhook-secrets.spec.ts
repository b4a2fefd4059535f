import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, sharedEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

describe('a signing secret', () => {
  const event = JSON.stringify(signal({ site: 'S', topic: 'secrets' }));

  it('consists of whsec_ and 32 random bytes', () => {
    expect(tenant.signingSecret).toMatch(/^whsec_/);
    expect(Buffer.from(tenant.signingSecret.slice('whsec_'.length), 'base64')).toHaveLength(32);
  });

  it('is refused while the tenant is suspended, and accepted again afterwards', async () => {
    const suspended = await engine.createTenant();
    await changeTenant(engine, suspended, { status: 'suspended' });
    const response = await suspended.sendRaw(event);
    expect([response.status, await response.text()]).toEqual([401, '{"error":"bad_signature"}']);
    await changeTenant(engine, suspended, { status: 'active' });
    expect((await suspended.sendRaw(event)).status).toBe(200);
  });
});

describe('a suspension', () => {
  it('is not undone by a process that was still reading the previous state', async () => {
    const own = await startEngine({ worker: false });
    try {
      const each = await own.createTenant();
      await own.database.inTransaction(async (tx) => {
        await tx.query('lock table signing_secret');
        await own.database.query(`select pg_notify('tenant_changed', '')`);
        await eventuallyLocked(own);
        const suspended = own.operator('PATCH', `/tenants/${each.slug}`, { status: 'suspended' });
        await eventually(async () =>
          expect(await own.database.query(`select status from tenant`)).toEqual([{ status: 'suspended' }]),
        );
        await sleep(200);
        await tx.query('rollback');
        expect((await suspended).status).toBe(200);
      });
      await sleep(200);
      expect((await each.send(signal({ site: 'S' }))).status).toBe(401);
    } finally {
      await own.close();
    }
  });
});

describe('an unavailable database', () => {
  it('causes a 503, and signals are recorded again as soon as it is back, with no additional connections', async () => {
    const own = await startEngine({ worker: false });
    try {
      const each = await own.createTenant();
      const event = signal({ site: 'S', topic: 'outage' });
      expect((await each.send(event)).status).toBe(200);
      const [{ name, connections } = { name: '', connections: 0 }] = await own.database.query<{
        name: string;
        connections: number;
      }>(
        `select current_database() as name, count(*)::integer as connections from pg_stat_activity
          where datname = current_database() and usename <> current_user`,
      );
      // The limit does not hold for the owner, who is a superuser.
      await own.database.query(`alter database ${name} connection limit 0`);
      await own.database.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename <> current_user',
      );
      for (let tries = 0; tries < 20; tries++) {
        expect((await each.once.send(event)).status).toBe(503);
        await sleep(100);
      }
      await own.database.query(`alter database ${name} connection limit -1`);
      await eventually(async () => expect((await each.send(event)).status).toBe(200));
      await sleep(1_000);
      const [after] = await own.database.query<{ connections: number }>(
        'select count(*)::integer as connections from pg_stat_activity where datname = current_database() and usename <> current_user',
      );
      expect(after?.connections).toBeLessThanOrEqual(connections + 1);
    } finally {
      await own.close();
    }
  });
});
