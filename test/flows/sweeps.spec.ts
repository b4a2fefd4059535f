import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '@mikro-orm/postgresql';
import { PendingTenants } from '#platform/database';
import { JobSender, tenantPayloads } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { type TestEngine, startEngine } from '../harness/engine.js';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

describe('tenants with pending work', () => {
  const MARKS = { table: sql`readiness_mark`, where: sql`worker_id is not null` };

  const create = async (count: number): Promise<string[]> => {
    const rows = await engine.database.query<{ id: string }>(
      `insert into tenant (id, slug, name) select uuid_next(), 'many-' || gen_random_uuid(), 'One of many'
        from generate_series(1, $1) returning id`,
      [count],
    );
    return rows.map(({ id }) => id);
  };
  const mark = (tenantIds: readonly string[], workerId: string | null = randomUUID()): Promise<unknown> =>
    engine.database.query(
      `insert into readiness_mark (tenant_id, worker_id, need_id) select id, $2, case
        when $2::uuid is null then gen_random_uuid() end from unnest($1::uuid[]) as given (id), generate_series(1, 3)`,
      [tenantIds, workerId],
    );

  it('are found, each once, and no others; a tenant that was just created, too', async () => {
    const pending = engine.app.get(PendingTenants, { strict: false });
    const tenantIds = await create(1_200);
    const marked = tenantIds.filter((_, index) => index % 7 === 0);
    await mark(marked);
    await mark(
      tenantIds.filter((_, index) => index % 5 === 1),
      null,
    );
    expect(await pending.find(MARKS)).toEqual(marked.toSorted());
    const [created = ''] = await create(1);
    await mark([created]);
    expect(await pending.find(MARKS)).toEqual([...marked, created].toSorted());
  });
});

describe('the jobs of a sweep', () => {
  const waiting = async (): Promise<number> => {
    const [row] = await engine.database.query<{ jobs: number }>(
      `select count(*)::integer as jobs from bullmq.job where queue = 'resolve-needs'`,
    );
    return row?.jobs ?? 0;
  };
  const lose = (jobs: string): Promise<unknown> =>
    engine.database.query(`delete from bullmq.dedup; delete from bullmq.job ${jobs}`);

  it('are sent again after the queue has lost them, but not while many wait', async () => {
    const jobs = engine.app.get(JobSender, { strict: false });
    const payloads = tenantPayloads(Array.from({ length: 300 }, () => randomUUID()));
    await jobs.sendAgain(ResolveNeeds, payloads);
    expect(await waiting()).toBe(300);
    await lose(`where id in (select id from bullmq.job limit 50)`);
    await jobs.sendAgain(ResolveNeeds, payloads);
    expect(await waiting()).toBe(250);
    await lose('');
    await jobs.sendAgain(ResolveNeeds, payloads);
    expect(await waiting()).toBe(300);
  });

  it('of few tenants are sent in any case', async () => {
    const jobs = engine.app.get(JobSender, { strict: false });
    await jobs.sendAgain(ResolveNeeds, tenantPayloads([randomUUID()]));
    expect(await waiting()).toBe(301);
  });
});
