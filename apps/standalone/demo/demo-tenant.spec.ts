import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseUnavailable } from '#platform/database';
import { KeyRing, TenantsService, UserSetup } from '#tenancy';
import { validCredentials } from './demo-tenant.js';

let unavailable = 0;
let app: INestApplicationContext;

const find = (): Promise<{ id: string }> =>
  unavailable-- > 0 ? Promise.reject(new DatabaseUnavailable('connection timeout')) : Promise.resolve({ id: 'acme' });

@Module({
  providers: [
    { provide: KeyRing, useValue: { find: () => undefined } },
    { provide: TenantsService, useValue: { find } },
    { provide: UserSetup, useValue: { hasPassword: () => Promise.resolve(true) } },
  ],
})
class StandIns {}

beforeAll(async () => {
  app = await NestFactory.createApplicationContext(StandIns, { logger: false });
});
afterAll(() => app.close());

it('tells which credentials of the demo are valid once PostgreSQL answers', async () => {
  unavailable = 2;
  const login = { email: 'admin@acme.com', password: 'x' };
  const kept = { signingSecret: 'x', adminToken: 'x', login, complete: true };
  expect(await validCredentials(app, 'data:,', kept)).toEqual({
    signingSecret: true,
    adminToken: true,
    password: true,
  });
});
