import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { inviteUser } from '../factories/users.js';
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

describe('the list of users', () => {
  it('filters by role, activity and part of a name, newest first', async () => {
    await inviteUser(tenant, { email: 'ada@acme.example', role: 'admin' });
    await inviteUser(tenant, { email: 'grace@acme.example', role: 'author' });
    await inviteUser(tenant, { email: 'linus@acme.example', role: 'author' });
    const { items } = await tenant.api.listUsers();
    expect(items.map(({ email }) => email)).toEqual(['linus@acme.example', 'grace@acme.example', 'ada@acme.example']);
    expect(items[0]).not.toHaveProperty('invitation');
    await tenant.admin('PATCH', `/users/${items[0]?.id}`, { active: false });
    const emails = async (query: string): Promise<string[]> =>
      (await tenant.admin<Schemas['UserPage']>('GET', `/users?${query}`)).body.items.map(({ email }) => email);
    expect(await emails('role=author')).toEqual(['linus@acme.example', 'grace@acme.example']);
    expect(await emails('active=true&role=author')).toEqual(['grace@acme.example']);
    expect(await emails('q=GRA')).toEqual(['grace@acme.example']);
    expect((await tenant.admin('GET', '/users?role=owner')).status).toBe(422);
  });

  it('shows nothing of another tenant, whose users get a 404', async () => {
    const { id } = await inviteUser(tenant);
    const other = await engine.createTenant();
    expect((await other.api.listUsers()).items).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: 'X' }],
      ['DELETE', '', undefined],
      ['POST', '/reset-password', undefined],
    ] as const) {
      expect((await other.admin(method, `/users/${id}${path}`, body)).status).toBe(404);
    }
  });
});
