import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { DELETED_WITH_WORKER, EXPIRING, KEPT_AFTER_WORKER, LASTING, NO_ROWS_ABOUT_ONE_PERSON } from './table-rows.js';
import { faultsOfIndexes } from './worker-indexes.js';

const LISTS = 'of test/contract/table-rows.ts';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether it has columns with texts or JSON. */
  readonly hasTexts: boolean;
}

describe('the rows of every table', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const readTables = (): Promise<Table[]> =>
    database.query<Table & { columns: string[] }>(`
      select relname as name, array_agg(attname::text) as columns,
        bool_or(attgenerated = '' and atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype,
            'jsonb'::regtype, 'text[]'::regtype)) as "hasTexts"
      from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and attnum > 0
        and not attisdropped and relname <> 'mikro_orm_migrations' group by relname order by relname`);

  /** What is said of a table that does not exist any more. */
  const stale = (tables: readonly Table[], lists: Readonly<Record<string, readonly string[]>>): string[] => {
    const names = new Set(tables.map(({ name }) => name));
    return Object.entries(lists).flatMap(([list, listed]) =>
      listed
        .filter((name) => !names.has(name))
        .map((name) => `${name} does not exist: remove it from ${list} ${LISTS}`),
    );
  };

  async function faultsOfEnds(): Promise<string[]> {
    const tables = await readTables();
    return [
      ...tables
        .filter(({ name }) => !(name in EXPIRING) && !(name in LASTING))
        .map(
          ({ name }) => `${name}: say in EXPIRING or LASTING ${LISTS} what deletes its rows, or limits their number`,
        ),
      ...stale(tables, { EXPIRING: Object.keys(EXPIRING), LASTING: Object.keys(LASTING) }),
    ];
  }

  /** By the columns by which `isOwnRow` (libs/needs/erasure/own-records.ts) finds the rows about a person. */
  const isFound = ({ name, columns }: Table): boolean => {
    const has = (...wanted: readonly string[]): boolean => wanted.every((column) => columns.includes(column));
    return (
      ['need', 'audit_entry', 'signal'].includes(name) ||
      has('worker_id') ||
      has('subject_id') ||
      (has('need_id') && !has('operation_id')) ||
      has('external_worker_id', 'email', 'learner_id')
    );
  };

  async function faultsOfErasure(): Promise<string[]> {
    const tables = await readTables();
    return [
      ...tables
        .filter((table) => table.hasTexts && !isFound(table) && !(table.name in NO_ROWS_ABOUT_ONE_PERSON))
        .map(
          ({ name }) =>
            `${name}: the erasure of a person does not find rows about the person: give it a worker_id, or a reason in NO_ROWS_ABOUT_ONE_PERSON ${LISTS}`,
        ),
      ...stale(tables, { NO_ROWS_ABOUT_ONE_PERSON: Object.keys(NO_ROWS_ABOUT_ONE_PERSON) }),
    ];
  }

  async function faultsOfRemoval(): Promise<string[]> {
    const said = [...DELETED_WITH_WORKER, ...Object.keys(KEPT_AFTER_WORKER)];
    const tables = await readTables();
    return [
      ...tables
        .filter(({ name, columns }) => columns.includes('worker_id') && !said.includes(name))
        .map(
          ({ name }) =>
            `${name}: delete its rows with the worker (OWNED of libs/directory/workers/worker-removal.ts), and add it to DELETED_WITH_WORKER, or else to KEPT_AFTER_WORKER ${LISTS}`,
        ),
      ...stale(tables, { 'DELETED_WITH_WORKER or KEPT_AFTER_WORKER': said }),
    ];
  }

  it('end, or have a limit or a reason to be kept', async () => {
    expect(await faultsOfEnds()).toEqual([]);
  });

  it('are deleted by the file that is said to do so', async () => {
    for (const [table, file] of Object.entries(EXPIRING)) {
      const entity = table.replaceAll(/(?:^|_)(\w)/g, (_match, letter: string) => letter.toUpperCase());
      const text = await readFile(file, 'utf8');
      const isDeleted = new RegExp(`delete from ${table}\\b|Delete\\(${entity}\\b|drop`, 'i').test(text);
      expect([table, file, isDeleted || text.includes('tx.remove(')]).toEqual([table, file, true]);
    }
  });

  it('are found by the erasure of a person, or are not about one person', async () => {
    expect(await faultsOfErasure()).toEqual([]);
  });

  it('are deleted with their worker, or have a reason to be kept', async () => {
    expect(await faultsOfRemoval()).toEqual([]);
    const removal = await readFile('libs/directory/workers/worker-removal.ts', 'utf8');
    const owned = /const OWNED = \[(.*?)\]/s.exec(removal)?.[1] ?? '';
    expect(new Set(owned.match(/\w+/g))).toEqual(new Set(DELETED_WITH_WORKER));
  });

  it('are found by an index when their worker is deleted', async () => {
    expect(await faultsOfIndexes(database)).toEqual([]);
  });

  it('are reported if nothing is said about their table', async () => {
    await database.query('create table planted (tenant_id uuid primary key, worker_id uuid, note text)');
    const reported = async (): Promise<string[]> => [
      ...(await faultsOfEnds()),
      ...(await faultsOfErasure()),
      ...(await faultsOfRemoval()),
      ...(await faultsOfIndexes(database)),
    ];
    expect(await reported()).toEqual([
      expect.stringMatching(/^planted: .*EXPIRING or LASTING/),
      expect.stringMatching(/^planted: .*OWNED/),
      expect.stringMatching(/^planted: .*index its worker_id/),
    ]);
    await database.query('create index on planted (tenant_id, worker_id)');
    expect(await faultsOfIndexes(database)).toEqual([]);
    await database.query('alter table planted drop column worker_id');
    expect(await reported()).toEqual([
      expect.stringMatching(/^planted: .*EXPIRING or LASTING/),
      expect.stringMatching(/^planted: .*NO_ROWS_ABOUT_ONE_PERSON/),
    ]);
  });
});
