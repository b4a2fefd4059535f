import { expect, it } from '@jest/globals';
import { addManyWorkers } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { planOf } from './page-plan.js';
import { statementsDuring } from './statements.js';

/** The group has more members than are few, and a small part of the workers. */
const PEOPLE = 21_000;
const MEMBERS = 1_001;

it('The needs of a department are found without reading those of the whole company', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  await addManyWorkers(engine, tenant, PEOPLE);
  await engine.database.query(
    `with crew as (
       insert into worker_group (tenant_id, id, name, name_key) values ($1, uuid_next(), 'Crew', 'crew') returning id
     ), numbered as (
       select *, substr(external_worker_id, 3)::integer as number from worker where tenant_id = $1
     ), member as (
       insert into worker_group_member (tenant_id, group_id, worker_id)
       select $1, crew.id, numbered.id from crew, numbered where number <= ${MEMBERS}
     )
     insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, external_worker_id, worker_id, people,
       recommendation, first_seen_at, last_seen_at, resolved_at)
     select $1, uuid_next(), external_worker_id, 'incident', 2, 'worker', external_worker_id, id, 1, 'author_one', now(),
       now(), now()
     from numbered where number = 1 or number > ${PEOPLE} - 5000`,
    [tenant.id],
  );
  await engine.database.query('analyze worker, worker_group, worker_group_member, need');
  const sent = await statementsDuring(engine.database, async () => {
    const { items } = await tenant.api.listNeeds({ query: { group: 'Crew' } });
    expect(items).toMatchObject([{ audience: { worker: { externalWorkerId: 'W-1' } } }]);
  });
  const statement = sent.find(({ text }) => text.includes('with hit'));
  const { looksAt } = await engine.database.asApp((app) => planOf(app, tenant.id, 'need', statement!));
  expect(looksAt).toBeLessThan(50);
});
