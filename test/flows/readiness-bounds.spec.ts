import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addManyWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import { readPdf } from '../harness/pdf-text.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

const FACTS = scaled(1_500, 3_000);
const REQUIREMENTS = scaled(2_500, 4_000);
/** A quarter of them begins in the future. */
const BEGUN = REQUIREMENTS * 0.75;
/** More than a page of the board or of the matrix has. */
const PEOPLE = scaled(12, 60);
const MAX_BYTES = 2_000_000;

/** Of its own: the facts are more than all that other specs store. */
let engine: TestEngine;
let tenant: TestTenant;

interface Page {
  readonly items: ReadonlyArray<{
    readonly worker: { readonly id: string };
    readonly status: string;
    readonly reasons: readonly object[];
  }>;
  readonly nextCursor: string | null;
  readonly total: number;
}

beforeAll(async () => {
  engine = await startEngine();
  tenant = await engine.createTenant();
  const query = (text: string, values?: unknown[]): Promise<object[]> => engine.database.query(text, values);
  await addManyWorkers(engine, tenant, PEOPLE);
  await query(
    `insert into credential (tenant_id, id, worker_id, name, name_key, expires_at)
     select tenant_id, uuidv7(), id, 'Card ' || n, 'card ' || n, now() + (n - 100) * interval '1 hour'
     from worker, generate_series(1, $2::int) n where tenant_id = $1`,
    [tenant.id, FACTS],
  );
  await query(
    `insert into requirement (tenant_id, id, audience_kind, credential, credential_key, from_day)
     select $1, uuidv7(), 'everyone', 'Licence ' || n, 'licence ' || n, current_date + n - $3::int
     from generate_series(1, $2::int) n`,
    [tenant.id, REQUIREMENTS, BEGUN],
  );
  await query('insert into readiness_mark (tenant_id) values ($1)', [tenant.id]);
});
afterAll(() => engine.close());

describe('people with thousands of facts, in a tenant with thousands of requirements,', () => {
  it('are computed while others are served, and shown in pages of bounded size', async () => {
    await eventually(async () => {
      expect((await httpCall('GET', `${engine.url}/engine/health/live`)).status).toBe(200);
      const [marks] = await engine.database.query<{ count: number }>(
        'select count(*)::int from readiness_mark where tenant_id = $1',
        [tenant.id],
      );
      expect(marks?.count).toBe(0);
    });
    const response = await tenant.call('GET', '/readiness?limit=200');
    const text = await response.text();
    const page = JSON.parse(text) as Page;
    expect(text.length).toBeLessThan(MAX_BYTES);
    expect(page).toMatchObject({ total: PEOPLE, nextCursor: expect.any(String) });
    expect(page.items[0]).toMatchObject({ status: 'not_ready' });
    expect(page.items[0]?.reasons.length).toBeGreaterThan(200);
    const [stored] = await engine.database.query<{ most: number }>(
      'select max(count)::int as most from (select count(*) from readiness_cause where tenant_id = $1 group by worker_id) as counts',
      [tenant.id],
    );
    expect(stored?.most).toBeLessThan(2_000);
  });

  it('are shown one by one with the first of what they hold', async () => {
    const { body } = await tenant.admin<Page>('GET', '/readiness?limit=1');
    const path = `/readiness/${body.items[0]?.worker.id}`;
    const { holds } = (await tenant.admin<{ holds: object[] }>('GET', path)).body;
    expect(holds).toHaveLength(1_000);
  });

  it('have a matrix of bounded size', async () => {
    const { body } = await tenant.admin<{ columns: object[]; rows: object[]; nextCursor: string | null }>(
      'GET',
      '/readiness/matrix?limit=200',
    );
    expect(body.columns.length).toBeGreaterThan(1_000);
    expect(body.rows.length * body.columns.length).toBeLessThanOrEqual(20_000);
    expect(body.nextCursor).not.toBeNull();
  });

  it('still need the oldest of what is required of them when it is changed', async () => {
    const { items } = await tenant.api.listRequirements({ query: { q: 'Licence 1', credential: 'Licence 1' } });
    const { status } = await tenant.admin('PATCH', `/requirements/${items[0]?.id}`, { severity: 2 });
    expect(status).toBe(200);
    const { columns, rows } = await tenant.api.getMatrix({ query: { limit: 1 } });
    const place = columns.findIndex(({ name }) => name === 'Licence 1');
    expect(rows[0]?.cells[place]).toMatchObject({ state: 'missing' });
  }, 30_000);

  it('are shown at the gate with their worst reasons', async () => {
    const { body } = await tenant.admin<Page>('POST', '/readiness/check', {
      workers: Array.from({ length: PEOPLE }, (_value, n) => ({ externalWorkerId: `W-${n + 1}` })),
      requires: ['Confined space'],
    });
    expect(body.items).toHaveLength(PEOPLE);
    for (const { status, reasons } of body.items) {
      expect(status).toBe('not_ready');
      expect(reasons).toHaveLength(50);
    }
  });

  it('have an evidence document that lists their first records, and says so', async () => {
    const workers = await tenant.admin<{ items: Array<{ id: string }> }>('GET', '/workers?limit=1');
    const workerId = workers.body.items[0]?.id;
    const response = await tenant.call('GET', `/readiness/evidence.pdf?worker=${workerId}`);
    const text = readPdf(Buffer.from(await response.arrayBuffer())).pages.join('\n');
    expect(text).toContain('Of each kind of record the first 200 are listed.');
    expect(text.match(/Card \d+/g)?.length).toBeLessThan(1_000);
  });
});
