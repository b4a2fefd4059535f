import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { consoleUser, inviteUser, loggedIn } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

describe('the last active admin', () => {
  it('cannot be demoted, deactivated or deleted by anybody', async () => {
    const { id, email } = await consoleUser(tenant, { email: 'ada@acme.example' });
    await inviteUser(tenant, { email: 'author@acme.example', role: 'author' });
    const browser = await loggedIn(tenant, email);
    for (const change of [{ role: 'author' }, { role: 'viewer' }, { active: false }, { name: 'Ada', role: 'viewer' }]) {
      expect(await browser.call('PATCH', `/admin/users/${id}`, change)).toMatchObject({
        status: 409,
        body: { code: 'last_admin' },
      });
      expect(await tenant.admin('PATCH', `/users/${id}`, change)).toMatchObject({
        status: 409,
        body: { code: 'last_admin' },
      });
    }
    expect(await browser.call('DELETE', `/admin/users/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'last_admin' },
    });
    expect((await tenant.admin<Schemas['InvitedUser']>('GET', `/users/${id}`)).body).toMatchObject({
      role: 'admin',
      active: true,
      name: `User ${email}`,
    });
    expect((await browser.call('PATCH', `/admin/users/${id}`, { name: 'Ada' })).status).toBe(200);
  });

  it('remains if all admins are removed at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      tenant = await engine.createTenant();
      const users = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) => inviteUser(tenant, { email: `${name}@acme.example`, role: 'admin' })),
      );
      const take = [{ role: 'viewer' }, { active: false }, { role: 'author' }, null];
      const statuses = await Promise.all(
        users.map(async ({ id }, index) =>
          take[index]
            ? (await tenant.admin('PATCH', `/users/${id}`, take[index] ?? {})).status
            : (await tenant.admin('DELETE', `/users/${id}`)).status,
        ),
      );
      expect(statuses.filter((status) => status === 409)).toHaveLength(1);
      const { items } = await tenant.api.listUsers({ query: { role: 'admin', active: 'true' } });
      expect(items).toHaveLength(1);
    }
  });
});
