import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { glob, readFile } from 'node:fs/promises';
import { engineEntities } from '../../apps/engine.entities.js';
import { type TestDatabase, createDatabase } from '../harness/database.js';

/** Tables whose rows are only ever written and read in sets, by SQL. */
const WITHOUT_ENTITY: Readonly<Record<string, string>> = {
  authoring_mark: 'topics that may be drafted: marked and taken in sets',
  citation: 'the passages that a draft cites: stored with its content, and read by document, in sets',
  completion: 'stored for many people at once, and read where offers are planned',
  completion_signal: 'stored by the recording statement, and applied in sets with the needs of a tenant',
  mikro_orm_migrations: "the migrator's own",
  need_person: 'the people of a cohort: stored with a resolution, and answered by completions, in sets',
  readiness_cause: 'the causes of a set of workers: computed, compared and stored together',
  readiness_count: 'people counted in cells: changed with the periods of a set of workers',
  readiness_mark: 'workers to be computed again: marked and taken in sets',
  readiness_period: 'the periods of a set of workers: computed, compared and stored together',
  refused_count: 'requests counted by the hour, added in sets',
  refused_event: 'what the webhook refused, stored in sets every two seconds',
  text_embedding: 'vectors of many texts, stored and compared in pages',
  text_likeness: 'pairs of texts, stored in sets',
  topic_correction: 'learned from the needs of an operation, and withdrawn with them, in sets',
};

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

interface Column {
  readonly table: string;
  readonly name: string;
  readonly isNullable: boolean;
}

/** The columns of all tables, without those of partitions. */
function columns(): Promise<Column[]> {
  return database.query<Column>(`
    select relname as "table", attname as name, not attnotnull as "isNullable"
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and attnum > 0
      and not attisdropped`);
}

/** The tables and columns as the entities declare them. */
const mapped = [...new MikroORM({ entities: engineEntities, dbName: 'none' }).getMetadata().getAll().values()].flatMap(
  ({ tableName: table, props }) =>
    props.map(({ fieldNames: [name], nullable }) => ({ table, name, isNullable: nullable === true })),
);

describe('entities', () => {
  it('of all libraries are registered in every process', async () => {
    const declared: string[] = [];
    for await (const file of glob('libs/**/*.entity.ts'))
      for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(/export class (\w+) extends/g))
        declared.push(name);
    expect(declared.length).toBeGreaterThan(20);
    const registered = new Set(engineEntities.map(({ name }) => name));
    expect([
      ...declared.filter((name) => !registered.has(name)).map((name) => `add ${name} to its library's entities.ts`),
      ...[...registered].filter((name) => !declared.includes(name)).map((name) => `declare ${name} in an *.entity.ts`),
    ]).toEqual([]);
  });

  it('exist for every table, except for tables that are only used in sets', async () => {
    const tables = new Set((await columns()).map(({ table }) => table));
    const withEntity = new Set(mapped.map(({ table }) => table));
    const others = [...tables].filter((table) => !withEntity.has(table));
    expect([
      ...others
        .filter((table) => !(table in WITHOUT_ENTITY))
        .map((table) => `write an entity for ${table}, or add a reason to WITHOUT_ENTITY`),
      ...Object.keys(WITHOUT_ENTITY)
        .filter((table) => !others.includes(table))
        .map((table) => `remove ${table} from WITHOUT_ENTITY`),
    ]).toEqual([]);
  });

  it('have the columns of their tables, and allow null where the tables do', async () => {
    expect(mapped.length).toBeGreaterThan(200);
    expect(await columns()).toEqual(expect.arrayContaining(mapped));
  });
});
