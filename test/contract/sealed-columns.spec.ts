import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SealedColumns } from '#tenancy';
import { type TestEngine, startEngine } from '../harness/engine.js';

/** The binary columns that are not encrypted with `SECRETS_KEY`, and what they are. */
const NOT_ENCRYPTED: Readonly<Record<string, string>> = {
  'api_token.hash': 'SHA-256 of a token',
  'console_session.hash': 'SHA-256 of a token',
  'password_link.hash': 'SHA-256 of a token',
  'assignment_link.hash': 'SHA-256 of a token',
  'idempotency_key.fingerprint': 'an HMAC of a request, which is compared for a day and cannot be read',
};

const VECTORS = /\.(vector|embedding)$/;

describe('every binary column', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine({ worker: false });
  });
  afterAll(() => engine.close());

  const binaryColumns = async (): Promise<string[]> => {
    const rows = await engine.database.query<{ name: string }>(
      `select relname || '.' || attname as name from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
         and atttypid = 'bytea'::regtype and attnum > 0 and not attisdropped order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  const registered = (): string[] =>
    engine.app
      .get(SealedColumns, { strict: false })
      .all()
      .map(({ table, column }) => `${table}.${column}`);
  const undeclared = async (): Promise<string[]> => {
    const known = new Set([...registered(), ...Object.keys(NOT_ENCRYPTED)]);
    return (await binaryColumns()).filter((name) => !known.has(name) && !VECTORS.test(name));
  };

  it('is registered as encrypted, so that a change of SECRETS_KEY covers it, or has a reason', async () => {
    expect(await undeclared()).toEqual([]);
    const columns = new Set(await binaryColumns());
    expect([...registered(), ...Object.keys(NOT_ENCRYPTED)].filter((name) => !columns.has(name))).toEqual([]);
  });

  it('is reported if it is not', async () => {
    await engine.database.query('create table planted (tenant_id uuid primary key, sealed bytea)');
    expect(await undeclared()).toEqual(['planted.sealed']);
  });
});
