import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let key: string;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  key = randomUUID();
});

const stored = (sql: string): Promise<object[]> => engine.database.query(sql, [tenant.id]);
const REUSED = { status: 422, body: { code: 'idempotency_key_reused', errors: [{ field: 'Idempotency-Key' }] } };

describe('an import that is repeated with its Idempotency-Key', () => {
  const importWorkers = async (
    csv: string,
    query = '',
  ): Promise<{ status: number; body: object; replayed: string | null }> => {
    const response = await tenant.call('POST', `/workers/import${query}`, {
      headers: { 'content-type': 'text/csv', 'idempotency-key': key },
      body: csv,
    });
    return {
      status: response.status,
      body: (await response.json()) as object,
      replayed: response.headers.get('idempotent-replayed'),
    };
  };
  const rows = (count: number): string =>
    `externalWorkerId,name\n${Array.from({ length: count }, (_, index) => `E-${index},Worker ${index}`).join('\n')}\n`;

  it('is executed once, and refused if its rows are different', async () => {
    expect(await importWorkers(rows(2_000))).toMatchObject({ status: 200, body: { created: 2_000 }, replayed: null });
    expect(await importWorkers(rows(2_000))).toMatchObject({ status: 200, body: { created: 2_000 }, replayed: 'true' });
    expect(await importWorkers(rows(1_999))).toMatchObject(REUSED);
    expect(await importWorkers(rows(2_000), '?dryRun=true')).toMatchObject(REUSED);
  });

  it('is executed after a refusal that did not read its rows', async () => {
    expect(await importWorkers(rows(5_000), '?nonsense=1')).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await importWorkers('nonsense\n1\n')).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await importWorkers(rows(1))).toMatchObject({ status: 200, body: { created: 1 } });
  });

  it('marks nothing as applied in a dry run', async () => {
    expect(await importWorkers(rows(3), '?dryRun=true')).toMatchObject({ status: 200, body: { created: 3 } });
    expect(await stored('select applied from idempotency_key where tenant_id = $1')).toEqual([{ applied: false }]);
  });
});

describe('an operation that is started with an Idempotency-Key', () => {
  it('is started once', async () => {
    await sendSignal(tenant, { site: 'Site A', topic: 'Rigging' });
    const snooze = () =>
      tenant.admin(
        'POST',
        '/needs/bulk',
        { action: 'snooze', filter: {}, until: '2999-01-01T00:00:00Z' },
        { 'idempotency-key': key },
      );
    const first = await snooze();
    expect(first.status).toBe(202);
    expect(await snooze()).toMatchObject({ status: 202, body: first.body });
    expect(await stored('select from operation where tenant_id = $1')).toHaveLength(1);
  });
});
