import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seal } from '#tenancy';
import { behindLock } from '../harness/behind-lock.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

const VALUES = 3_000;
const PREVIOUS_KEY = randomBytes(32);

describe('the encryption of many stored values', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine({
      worker: false,
      environment: { SECRETS_KEY_PREVIOUS: PREVIOUS_KEY.toString('base64') },
    });
  });
  afterAll(() => engine.database.drop());

  it('leaves a secret as it is that is replaced meanwhile', async () => {
    const { id } = await engine.createTenant();
    const stored = (secret: string, key: Buffer) => seal({ current: key, previous: [] }, secret, id);
    const replace = (secret: string, key: Buffer) =>
      ['update signing_secret set sealed = $2 where tenant_id = $1', id, stored(secret, key)] as const;
    const [before, ...values] = replace('before', PREVIOUS_KEY);
    await engine.database.query(before, values);
    const replaced = replace('after', Buffer.from(engine.secretsKey, 'base64'));
    const [response] = await behindLock(engine, replaced, () => engine.operator('POST', '/secrets/rekey', {}));
    expect(await response.json()).toMatchObject({
      columns: expect.arrayContaining([
        { table: 'signing_secret', column: 'sealed', checked: 1, reencrypted: 0, unreadable: 0 },
      ]),
    });
    expect(await engine.database.query('select sealed from signing_secret where tenant_id = $1', [id])).toEqual([
      { sealed: replaced[2] },
    ]);
  });

  it('reads each of them once', async () => {
    const { id } = await engine.createTenant();
    await engine.database.query(
      `insert into idempotency_key (tenant_id, caller, key, claim, claimed_until, expires_at, status, fingerprint, answer)
        select $1, $1, 'key ' || n, $1, now(), now() + interval '1 day', 200, 'f', 'sealed'
        from generate_series(1, $2) as n`,
      [id, VALUES],
    );
    const response = await engine.operator('POST', '/secrets/rekey', { dryRun: true });
    expect(await response.json()).toMatchObject({
      columns: expect.arrayContaining([expect.objectContaining({ table: 'idempotency_key', checked: VALUES })]),
    });
    // A connection reports what it has read when it ends.
    await engine.app.close();
    await eventually(async () => {
      const [stats] = await engine.database.query<{ read: number }>(
        `select (idx_tup_fetch + seq_tup_read)::integer as read from pg_stat_user_tables
          where relname = 'idempotency_key'`,
      );
      expect(stats?.read).toBeGreaterThanOrEqual(VALUES);
      expect(stats?.read).toBeLessThan(2 * VALUES);
    });
  });
});
