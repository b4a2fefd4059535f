import { MikroORM } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Course } from '#catalog';
import { Database, RequestScope } from '#platform/database';
import { draftCourse } from '../factories/courses.js';
import { sendSignal, signal } from '../factories/signals.js';
import { eventually } from '../harness/eventually.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

describe('tenant isolation', () => {
  let engine: TestEngine;
  let ours: TestTenant;
  let theirs: TestTenant;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    ours = await engine.createTenant('ours');
    theirs = await engine.createTenant('theirs');
    for (const tenant of [ours, theirs]) {
      await draftCourse(tenant, { title: `Course of ${tenant.slug}`, topics: [] });
      await sendSignal(tenant, { site: 'Site A', topic: `Topic of ${tenant.slug}` });
    }
  });
  afterAll(() => engine.close());

  // That another tenant's ids answer 404 on every route, access-matrix.spec.ts shows.
  describe('in the first wall, the request scope,', () => {
    it('has no scope outside of a request or a job, and refuses to work without one', () => {
      expect(() => engine.app.get(RequestScope).tenant).toThrow('no tenant in scope');
      expect(() => engine.app.get(Database).inTenant(async () => undefined)).toThrow('no tenant in scope');
    });

    it('keeps the scopes of concurrent requests apart', async () => {
      const answers = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const tenant = index % 2 === 0 ? ours : theirs;
          const { items } = await tenant.api.listCourses();
          return items.map(({ title }) => title).join() === `Course of ${tenant.slug}`;
        }),
      );
      expect(answers).not.toContain(false);
    });
  });

  describe('in the second wall, the filter of the ORM,', () => {
    it('narrows finds, updates and deletes even for a role that bypasses row level security', async () => {
      const environment = { DATABASE_URL: engine.database.ownerUrl };
      await withProcess(engine, { worker: false, environment }, async ({ app }) => {
        await app.get(Database).inTenants([ours.id], async (tx) => {
          expect((await tx.find(Course, {})).map(({ title }) => title)).toEqual(['Course of ours']);
          expect(await tx.nativeUpdate(Course, {}, { summary: 'changed' })).toBe(1);
          expect(await tx.nativeDelete(Course, { tenantId: theirs.id })).toBe(0);
        });
      });
    });

    it('refuses a query without a tenant in scope', async () => {
      const em = engine.app.get(MikroORM).em.fork();
      await expect(em.find(Course, {})).rejects.toThrow('tenant');
    });
  });

  describe('in the third wall, row level security,', () => {
    const asApp = <T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> => engine.database.asApp(work);
    /** Runs `work` in a transaction that is scoped to our tenant, and is rolled back. */
    const asOurs = (work: (client: pg.ClientBase) => Promise<void>): Promise<void> =>
      asApp(async (client) => {
        await client.query('begin');
        await client.query(`select set_config('app.tenant_id', $1, true)`, [ours.id]);
        await work(client);
        await client.query('rollback');
      });

    it('shows no row of any tenant table without a scope', async () => {
      for (const table of ['need', 'signal', 'course', 'api_token', 'signing_secret', 'audit_entry', 'tenant'])
        expect([table, (await asApp((client) => client.query(`select from ${table}`))).rowCount]).toEqual([table, 0]);
    });

    it('shows only rows of the tenants in scope, and refuses to write or move rows for others', async () => {
      await asOurs(async (client) => {
        expect((await client.query('select distinct tenant_id from need')).rows).toEqual([{ tenant_id: ours.id }]);
        const stolen = await client.query(`update course set title = 'stolen' where tenant_id = $1`, [theirs.id]);
        expect(stolen.rowCount).toBe(0);
      });
      for (const statement of [
        'update course set tenant_id = $1',
        `insert into site (tenant_id, id, name, name_key) values ($1, gen_random_uuid(), 'x', 'x')`,
      ])
        await asOurs((client) => expect(client.query(statement, [theirs.id])).rejects.toThrow('row-level security'));
    });

    it('refuses direct access of the application to a partition', async () => {
      const partitions = `select relid::text as name from pg_partition_tree('signal') where level > 0`;
      await asApp(async (client) => {
        const { rows } = await client.query<{ name: string }>(partitions);
        expect(rows.length).toBeGreaterThan(14);
        for (const { name } of rows) expect((await client.query(`select * from ${name}`)).rows).toEqual([]);
      });
    });
  });

  it('holds when two tenants send the same data at the same time', async () => {
    const event = signal({ site: 'Site S', topic: 'same', dedupe_key: 'same' });
    await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ours : theirs).send(event)));
    await eventually(async () => {
      const rows = await engine.database.query<{ needs: number }>(
        `select count(*)::int as needs from need where dedupe_key = 'same' group by tenant_id`,
      );
      expect(rows).toEqual([{ needs: 1 }, { needs: 1 }]);
    });
  });
});
