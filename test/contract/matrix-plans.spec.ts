import { beforeAll, describe, expect, it } from '@jest/globals';
import type { InputOf } from '#client';
import { addManyWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { planOf } from './page-plan.js';
import { statementsDuring } from './statements.js';

const PEOPLE = 2_000;
const GROUPS = 20;
const GROUPS_OF_A_WORKER = 5;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
  await addManyWorkers(engine, tenant, PEOPLE);
  for (const statement of [
    `insert into worker_group (tenant_id, id, name, name_key) select $1, uuid_next(), 'Crew ' || n, 'crew ' || n
     from generate_series(1, ${GROUPS}) n`,
    // Who is not ready is in no group.
    `insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds,
       name, name_key)
     select $1, id, now(), 'infinity', true, rank, 2 * rank, now(), 0, name, lower(name)
     from (select worker.*, case when split_part(external_worker_id, '-', 2)::integer % 4 = 0 then 0 else 2 end as rank
         from worker where tenant_id = $1) as worker`,
    `insert into worker_group_member (tenant_id, worker_id, group_id)
     select $1, worker.id, crew.id from worker cross join generate_series(1, ${GROUPS_OF_A_WORKER}) nth
       join readiness_period period on period.tenant_id = $1 and period.worker_id = worker.id and period.rank = 2
       join worker_group crew on crew.tenant_id = $1
         and crew.name = 'Crew ' || 1 + (split_part(external_worker_id, '-', 2)::integer + nth) % ${GROUPS}
     where worker.tenant_id = $1`,
    `insert into requirement (tenant_id, id, audience_kind, audience_id, credential, credential_key)
     select $1, uuid_next(), 'group', id, 'Licence', 'licence' from worker_group where tenant_id = $1`,
  ])
    await engine.database.query(statement, [tenant.id]);
  await engine.database.query('analyze');
});

/** The columns of a matrix, and the people that are looked at for them. */
async function readColumns(query: InputOf<'getMatrix'>['query']): Promise<{ columns: string[]; looksAt: number }> {
  let columns: string[] = [];
  const sent = await statementsDuring(engine.database, async () => {
    columns = (await tenant.api.getMatrix({ query })).columns.map(({ name }) => name);
  });
  const statement = sent.find(({ text }) => text.includes('worker_group_member'));
  const { looksAt } = await engine.database.asApp(async (app) => {
    // As in a company whose members of groups do not fit into a hash table.
    await app.query(`set work_mem = '64kB'`);
    return await planOf(app, tenant.id, 'readiness_period', statement!);
  });
  return { columns, looksAt };
}

describe('the columns of a matrix, however many groups have requirements,', () => {
  it.each([
    { query: { q: 'nobody' }, names: [] },
    { query: { q: 'Worker 7' }, names: ['Licence'] },
    { query: { status: ['not_ready' as const] }, names: [] },
  ])('look once at the people who are found: $query', async ({ query, names }) => {
    const { columns, looksAt } = await readColumns(query);
    expect(columns).toEqual(names);
    // The table also has a few people of other tenants of the shared engine.
    expect(looksAt).toBeLessThan(2 * PEOPLE);
  });
});
