import { sql } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#platform/database';
import { draftCourse } from '../factories/courses.js';
import { type TestEngine, startEngine } from '../harness/engine.js';

describe('reads in one round trip', () => {
  let engine: TestEngine;
  let database: Database;
  let tenantIds: string[];

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    database = engine.app.get(Database);
    for (const slug of ['ours', 'theirs'])
      await draftCourse(await engine.createTenant(slug), { title: `Course of ${slug}`, topics: [] });
    const rows = await engine.database.query<{ id: string }>('select id from tenant order by slug');
    tenantIds = rows.map(({ id }) => id);
  });
  afterAll(() => engine.close());

  const titles = (tenantId: string): Promise<object[]> =>
    database.readAsTenant<object>(tenantId, sql`select title from course where title like ${'Course%'}`);

  it('see the rows of their tenant alone, also on connections that tenants share', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => ({ index, rows: await titles(tenantIds[index % 2] ?? '') })),
    );
    for (const { index, rows } of answers)
      expect(rows).toEqual([{ title: index % 2 === 0 ? 'Course of ours' : 'Course of theirs' }]);
  });

  it('leave no tenant in scope on the connection', async () => {
    await titles(tenantIds[0] ?? '');
    expect(await database.asOperator((tx) => tx.execute(sql`select title from course`))).toEqual([]);
  });

  it('cannot write', async () => {
    await expect(
      database.readAsTenant(tenantIds[0] ?? '', sql`update course set title = ${'Changed'} returning id`),
    ).rejects.toThrow('read-only transaction');
    expect(await titles(tenantIds[0] ?? '')).toEqual([{ title: 'Course of ours' }]);
  });

  it('go on after statements that fail, of which there are more than connections', async () => {
    const failures = Array.from({ length: 30 }, () =>
      database.readAsTenant(tenantIds[0] ?? '', sql`select 1 / ${0}::integer as quotient`),
    );
    for (const { status } of await Promise.allSettled(failures)) expect(status).toBe('rejected');
    expect(await titles(tenantIds[0] ?? '')).toHaveLength(1);
  });

  it('plan a statement once for each connection, with any values', async () => {
    const sum = (one: number): Promise<Array<{ sum: number }>> =>
      database.readAsTenant(tenantIds[0] ?? '', sql`select 1 + ${one}::integer as sum`);
    for (const one of [1, 2, 3]) expect(await sum(one)).toEqual([{ sum: 1 + one }]);
    const plans = await database.readAsTenant<{ generic: number; custom: number }>(
      tenantIds[0] ?? '',
      sql`select generic_plans::integer as generic, custom_plans::integer as custom from pg_prepared_statements
          where statement like ${'select 1 + $1%'}`,
    );
    expect(plans).toEqual([{ generic: 3, custom: 0 }]);
  });
});
