import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseUnavailable } from '#platform/database';
import { KeyRing, UserSetup } from '#tenancy';
import { validCredentials } from './demo-tenant.js';

const LOGIN = { email: 'admin@acme.com', password: 'x' };
const KEPT = { signingSecret: 'x', adminToken: 'x', login: LOGIN, complete: true };
const ALL = { signingSecret: true, adminToken: true, password: true };

let unavailable = 0;
let isSuspended = false;
let app: INestApplicationContext;

const find = (): object | undefined =>
  isSuspended ? undefined : { tenantId: 'acme', secrets: [{ key: createSecretKey(Buffer.from('x')) }] };
const hasPassword = (): Promise<boolean> =>
  unavailable-- > 0 ? Promise.reject(new DatabaseUnavailable('connection timeout')) : Promise.resolve(true);

@Module({
  providers: [
    { provide: KeyRing, useValue: { find } },
    { provide: UserSetup, useValue: { hasPassword } },
  ],
})
class StandIns {}

beforeAll(async () => {
  app = await NestFactory.createApplicationContext(StandIns, { logger: false });
});
afterAll(() => app.close());

it('tells which credentials of the demo are valid once PostgreSQL answers', async () => {
  unavailable = 2;
  expect(await validCredentials(app, 'data:,', KEPT)).toEqual(ALL);
});

it('takes none of those of a suspended tenant, which refuses all of them, for replaced', async () => {
  isSuspended = true;
  expect(await validCredentials(app, 'http://127.0.0.1:1', KEPT)).toEqual(ALL);
});
