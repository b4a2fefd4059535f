import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tenantWall } from '#platform/database';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { wallFaults } from './walls.js';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

it('has every wall on every table', async () => {
  expect(await wallFaults(engine.database)).toEqual([]);
});

const TABLE = 'create table planted (tenant_id uuid not null, id uuid, primary key (tenant_id, id));';
const WALL = tenantWall('planted');
const changed = (from: string, to: string): string => `${TABLE} ${WALL.replace(from, to)}`;

it.each([
  ['a table without row level security', TABLE, 'row level security is not enabled'],
  ['one where it is not forced', changed('force row', 'no force row'), 'not forced'],
  ['one without a tenant', 'create table planted (id uuid primary key)', 'has no tenant_id'],
  ['one whose policy lets all rows through', changed('using (', 'using (true or '), 'other policies'],
  ['one that accepts all rows', changed('with check (', 'with check (true or '), 'other policies'],
  [
    'one with a policy for reads alone',
    changed('on planted\n      using', 'on planted for select\n using').replace(/with check.*/, ''),
    'other policies',
  ],
  ['one with a second policy', `${TABLE} ${WALL} create policy open on planted using (true)`, 'other policies'],
  [
    'one with a unique key across tenants',
    'create table planted (tenant_id uuid, id uuid, name text unique, primary key (tenant_id, id))',
    'unique key',
  ],
  [
    'one with a foreign key that leads to any tenant',
    'create table planted (tenant_id uuid, id uuid unique, parent uuid references planted (id), primary key (tenant_id, id))',
    'foreign key planted_parent_fkey may lead to another tenant',
  ],
  ['one that the application may truncate', `${TABLE} ${WALL} grant truncate on planted to readiness_app`, 'truncate'],
  ['one that the application owns', `${TABLE} ${WALL} alter table planted owner to readiness_app`, 'owns it'],
  ['a view that shows rows as its owner', 'create view planted as select * from course', 'security_invoker'],
  ['a copy of a table', 'create materialized view planted as select * from course', 'security_invoker'],
  [
    'a function that runs as its owner',
    `create function planted() returns bigint language sql security definer as 'select count(*) from course'`,
    'runs as its owner',
  ],
  [
    'a table in another schema',
    'create schema planted create table course (tenant_id uuid, id uuid, primary key (tenant_id, id))',
    'planted.course: is in a schema that is not checked',
  ],
])('reports %s', async (_what, sql, fault) => {
  const planted = await engine.database.query(sql).then(() => wallFaults(engine.database));
  try {
    expect(planted.filter((found) => found.startsWith('planted')).join()).toContain(fault);
  } finally {
    const [kind] = /(?<=^create )(?:materialized view|view|function|table|schema)/.exec(sql) ?? [];
    await engine.database.query(`drop ${kind} planted cascade`);
  }
});

it('allows a view that shows the rows that its reader may see', async () => {
  await engine.database.query('create view planted with (security_invoker = true) as select * from course');
  expect(await wallFaults(engine.database)).toEqual([]);
});

it('reports a door in the register of tenants', async () => {
  await engine.database.query('create policy open on tenant using (true)');
  expect((await wallFaults(engine.database)).join()).toContain('tenant: has other policies');
});
