import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { BinaryArray } from '#platform/database';
import { type TestDatabase, createDatabase } from '../harness/database.js';

/** The recording statements' parameters, as PostgreSQL itself reads them. */
describe('arrays in binary format', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const read = async (type: string, value: BinaryArray): Promise<unknown[]> => {
    const { rows } = await client.query<{ element: unknown }>(`select element from unnest($1::${type}[]) with ordinality as list (element, place) order by place`, [value]);
    return rows.map(({ element }) => element);
  };
  const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.array(fc.option(value, { nil: null }), { maxLength: 40 });
  const storable = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\0') && text.isWellFormed());
  const brings = <Value>(values: fc.Arbitrary<Array<Value | null>>, type: string, encode: (values: Array<Value | null>) => BinaryArray) =>
    fc.assert(fc.asyncProperty(values, async (list) => expect(await read(type, encode(list))).toEqual(list)), { numRuns: 100 });

  it('bring every value of every type', async () => {
    const times = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true });
    const all = Promise.all([
      brings(nullable(storable), 'text', BinaryArray.texts),
      brings(nullable(fc.uuid()), 'uuid', BinaryArray.uuids),
      brings(nullable(fc.integer({ min: -32_768, max: 32_767 })), 'smallint', BinaryArray.smallints),
      brings(nullable(fc.integer()), 'integer', BinaryArray.integers),
      brings(nullable(fc.boolean()), 'boolean', BinaryArray.booleans),
      brings(nullable(times), 'timestamptz', BinaryArray.timestamps),
    ]);
    await expect(all).resolves.toBeDefined();
  });
});
