import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt } from '../factories/log-ins.js';
import { expectGone, whileDeleting } from '../factories/tenants.js';
import { behindLock } from '../harness/behind-lock.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const GROUPS = 25_000;

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

/**
 * A tenant with more rows in a table than one transaction deletes; the last one, in every index, has the key `last`.
 */
async function largeTenant(slug: string): Promise<TestTenant> {
  const tenant = await engine.createTenant(slug);
  await engine.database.query(
    `insert into worker_group (tenant_id, id, name, name_key)
     select $1, ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, key, key
       from generate_series(1, $2) as number
       cross join lateral (select case number when $2 then 'last' else 'group ' || number end as key) as named`,
    [tenant.id, GROUPS],
  );
  return tenant;
}

describe('the deletion of a large tenant', () => {
  it('keeps its progress if a row cannot be deleted yet, and delays no other tenant', async () => {
    const large = await largeTenant('large');
    await engine.createTenant('small');
    const groups = async (): Promise<number> =>
      (await engine.database.query('select from worker_group where tenant_id = $1', [large.id])).length;
    await engine.database.inTransaction(async (tx) => {
      await tx.query(`select from worker_group where tenant_id = $1 and name_key = 'last' for update`, [large.id]);
      for (const slug of ['large', 'small'])
        await engine.operator('POST', `/tenants/${slug}/deletion`, { slug, graceDays: 0 });
      await whileDeleting(engine, async () => {
        await expectGone(engine, 'small');
        await eventually(async () => expect(await groups()).toBeLessThanOrEqual(GROUPS - 10_000));
      });
    });
    await whileDeleting(engine, () => expectGone(engine, 'large'));
    expect(await groups()).toBe(0);
  });
});

describe('a tenant that is deleted while the operator changes it', () => {
  it('is not found, and gets no row that remains', async () => {
    const { id, slug } = await engine.createTenant();
    const answers = await behindLock(
      engine,
      ['delete from tenant where id = $1', id],
      () => engine.operator('PATCH', `/tenants/${slug}`, { name: 'Renamed' }),
      () => engine.operator('POST', `/tenants/${slug}/tokens`, { name: 'late', role: 'viewer' }),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await engine.database.query('select from api_token where name = $1', ['late'])).toEqual([]);
  });

  it('gets no entry of a log-in that is refused meanwhile', async () => {
    const { id, slug } = await engine.createTenant();
    const [{ status }] = await behindLock(engine, ['delete from tenant where id = $1', id], () =>
      attempt(engine, slug, 'ada@acme.example', 'wrong'),
    );
    expect(status).toBe(401);
    const refused = `select from audit_entry where tenant_id = $1 and action = 'user.login_refused'`;
    expect(await engine.database.query(refused, [id])).toEqual([]);
  });

  it('gets no token once its deletion has begun', async () => {
    const { slug } = await engine.createTenant();
    await engine.operator('POST', `/tenants/${slug}/deletion`, { slug, graceDays: 0 });
    const answer = await engine.operator('POST', `/tenants/${slug}/tokens`, { name: 'late', role: 'viewer' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'deletion_begun' });
  });
});
