import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demandPlainRole } from '#platform/database';
import { type TestDatabase, createDatabase } from '../harness/database.js';

describe('a role to which row level security does not apply', () => {
  let database: TestDatabase;
  let role: string;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());
  // The roles belong to all databases of the server.
  beforeEach(async () => {
    role = `role_${randomBytes(6).toString('hex')}`;
    await database.query(`create role ${role} login password 'secret'`);
  });
  afterEach(async () => {
    await database.query(`drop owned by ${role}`);
    await database.query(`drop role ${role}`);
  });

  const start = (): Promise<void> => demandPlainRole(database.appUrl.replace(/\/\/[^:]+:[^@]+@/, `//${role}:secret@`));

  it.each<[string, (name: string) => string, string]>([
    ['it is a superuser', (name) => `alter role ${name} superuser`, 'is a superuser'],
    ['it has BYPASSRLS', (name) => `alter role ${name} bypassrls`, 'has BYPASSRLS'],
    ['it owns a table', (name) => `create table of_app (id uuid); alter table of_app owner to ${name}`, 'owns'],
    ['it is a member of the owner', (name) => `grant readiness_owner to ${name}`, 'owns the tables'],
  ])('is refused at the start if %s, and accepted without that', async (_why, grant, fault) => {
    await expect(start()).resolves.toBeUndefined();
    await database.query(grant(role));
    await expect(start()).rejects.toThrow(`"${role}" ${fault}`);
  });
});
