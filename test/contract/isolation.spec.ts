import { MikroORM } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { engineEntities } from '../../apps/engine.entities.js';
import { Course } from '#catalog';
import { Database, RequestScope } from '#platform/database';
import { readConfig } from '#platform/config';
import { EngineModule } from '#platform/app';
import { createHttpApp } from '#platform/http';
import { draftCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { eventually } from '../harness/eventually.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { wallFaults } from './walls.js';

describe('tenant isolation', () => {
  let engine: TestEngine;
  let ours: TestTenant;
  let theirs: TestTenant;
  let tenantIds: Map<string, string>;

  beforeAll(async () => {
    engine = await startEngine();
    ours = await engine.createTenant('ours');
    theirs = await engine.createTenant('theirs');
    for (const tenant of [ours, theirs]) {
      await draftCourse(tenant, { title: `Course of ${tenant.slug}`, topics: [] });
      await sendSignal(tenant, { site: 'Site A', topic: `Topic of ${tenant.slug}` });
    }
    const rows = await engine.database.query<{ id: string; slug: string }>('select id, slug from tenant');
    tenantIds = new Map(rows.map(({ id, slug }) => [slug, id]));
  });
  afterAll(() => engine.close());

  const idOf = (slug: string): string => tenantIds.get(slug) ?? '';

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
          const { body } = await tenant.admin<{ items: Array<{ title: string }> }>('GET', '/courses');
          return body.items.every(({ title }) => title === `Course of ${tenant.slug}`) && body.items.length === 1;
        }),
      );
      expect(answers).not.toContain(false);
    });
  });

  describe('in the second wall, the filter of the ORM,', () => {
    it('narrows finds, updates and deletes even for a role that bypasses row level security', async () => {
      const config = readConfig({
        DATABASE_URL: engine.database.ownerUrl,
        SECRETS_KEY: engine.secretsKey,
        OPERATOR_TOKEN: engine.operatorToken,
        LOG_LEVEL: 'silent',
        METRICS_PORT: '0',
      });
      const app = await createHttpApp(EngineModule.of('api', config, engineEntities, []), config);
      await app.init();
      try {
        const database = app.get(Database);
        const seen = await database.inTenants([idOf('ours')], (tx) => tx.find(Course, {}));
        expect(seen.map(({ title }) => title)).toEqual(['Course of ours']);
        const changed = await database.inTenants([idOf('ours')], (tx) =>
          tx.nativeUpdate(Course, {}, { summary: 'changed' }),
        );
        expect(changed).toBe(1);
        const deleted = await database.inTenants([idOf('ours')], (tx) =>
          tx.nativeDelete(Course, { tenantId: idOf('theirs') }),
        );
        expect(deleted).toBe(0);
      } finally {
        await app.close();
      }
    });

    it('refuses a query without a tenant in scope', async () => {
      const em = engine.app.get(MikroORM).em.fork();
      await expect(em.find(Course, {})).rejects.toThrow('tenant');
    });
  });

  describe('in the third wall, row level security,', () => {
    let client: pg.Client;
    beforeAll(async () => {
      client = new pg.Client({ connectionString: engine.database.appUrl });
      await client.connect();
    });
    afterAll(() => client.end());

    it('shows no row of any tenant table without a scope', async () => {
      for (const table of ['need', 'signal', 'course', 'api_token', 'signing_secret', 'audit_entry', 'tenant']) {
        const { rows } = await client.query(`select count(*)::int as rows from ${table}`);
        expect([table, rows[0].rows]).toEqual([table, 0]);
      }
    });

    it('shows only rows of the tenants in scope, and refuses to write or move rows for others', async () => {
      await client.query('begin');
      await client.query(`select set_config('app.tenant_id', $1, true)`, [idOf('ours')]);
      expect((await client.query('select distinct tenant_id from need')).rows).toEqual([{ tenant_id: idOf('ours') }]);
      expect(
        (await client.query('update course set title = $1 where tenant_id = $2', ['stolen', idOf('theirs')])).rowCount,
      ).toBe(0);
      await expect(client.query('update course set tenant_id = $1', [idOf('theirs')])).rejects.toThrow(
        'row-level security',
      );
      await client.query('rollback');
      await client.query('begin');
      await client.query(`select set_config('app.tenant_id', $1, true)`, [idOf('ours')]);
      await expect(
        client.query('insert into site (tenant_id, id, name, name_key) values ($1, gen_random_uuid(), $2, $2)', [
          idOf('theirs'),
          'x',
        ]),
      ).rejects.toThrow('row-level security');
      await client.query('rollback');
    });

    it('refuses direct access of the application to a partition', async () => {
      const { rows } = await client.query<{ name: string }>(
        `select relid::text as name from pg_partition_tree('signal') where level > 0`,
      );
      expect(rows.length).toBeGreaterThan(14);
      for (const { name } of rows) expect((await client.query(`select * from ${name}`)).rows).toEqual([]);
    });
  });

  describe('in the catalogue', () => {
    it('has every wall on every table', async () => {
      expect(await wallFaults(engine.database)).toEqual([]);
    });

    it.each([
      [
        'a table without row level security',
        'create table planted (tenant_id uuid not null, id uuid, primary key (tenant_id, id))',
        'row level security is not enabled',
      ],
      [
        'one where it is not forced',
        'create table planted (tenant_id uuid, id uuid, primary key (tenant_id, id)); alter table planted enable row level security',
        'not forced',
      ],
      ['one without a tenant', 'create table planted (id uuid primary key)', 'has no tenant_id'],
      [
        'one whose policy lets all rows through',
        `create table planted (tenant_id uuid, id uuid, primary key (tenant_id, id));
        alter table planted enable row level security; alter table planted force row level security; create policy open
          on planted using (true)`,
        'policy',
      ],
      [
        'one with a unique key across tenants',
        `create table planted (tenant_id uuid, id uuid, name text unique, primary key (tenant_id, id))`,
        'unique key',
      ],
      [
        'one with a foreign key that leads to any tenant',
        `create table planted (tenant_id uuid, id uuid unique, parent uuid references planted (id),
            primary key (tenant_id, id))`,
        'foreign key planted_parent_fkey may lead to another tenant',
      ],
    ])('reports a table with %s', async (_what, sql, fault) => {
      await engine.database.query(sql);
      try {
        expect((await wallFaults(engine.database)).filter((found) => found.startsWith('planted')).join()).toContain(
          fault,
        );
      } finally {
        await engine.database.query('drop table planted');
      }
    });
  });

  it('holds when two tenants send the same data at the same time', async () => {
    const event = { event: 'signal.incident', data: { site: 'Site S', topic: 'same', dedupe_key: 'same' } };
    await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ours : theirs).send(event)));
    await eventually(async () => {
      const rows = await engine.database.query<{ needs: number }>(
        `select count(*)::int as needs from need where dedupe_key = 'same' group by tenant_id`,
      );
      expect(rows).toEqual([{ needs: 1 }, { needs: 1 }]);
    });
  });
});
