import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BinaryRows, column } from '#platform/database';
import { type TestDatabase, createDatabase } from '../harness/database.js';

interface Row {
  readonly place: string | null;
  readonly word: string | null;
  readonly small: number | null;
  readonly whole: number | null;
  readonly truth: boolean | null;
  readonly time: Date | null;
}

const COLUMNS = [
  column.uuid<Row>('place', ({ place }) => place),
  column.text<Row>('word', ({ word }) => word),
  column.smallint<Row>('small', ({ small }) => small),
  column.integer<Row>('whole', ({ whole }) => whole),
  column.boolean<Row>('truth', ({ truth }) => truth),
  column.timestamptz<Row>('time', ({ time }) => time),
];

/** What the recording statements are sent, as PostgreSQL itself reads it. */
describe('rows in binary format', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
    await database.query(
      'create type every_kind as (place uuid, word text, small smallint, whole integer, truth boolean, "time" timestamptz)',
    );
  });
  afterAll(() => database.drop());

  const read = (rows: readonly Row[]): Promise<unknown[]> =>
    database.query('select * from unnest($1::every_kind[])', [new BinaryRows(COLUMNS, rows)]);

  it('contain every value of every type', async () => {
    const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
    const row = fc.record<Row>({
      place: nullable(fc.uuid()),
      word: nullable(
        fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
      ),
      small: nullable(fc.integer({ min: -32_768, max: 32_767 })),
      whole: nullable(fc.integer()),
      truth: nullable(fc.boolean()),
      time: nullable(
        fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => expect(await read(rows)).toEqual(rows)),
      { numRuns: 300 },
    );
  });

  it('contain texts of any length', async () => {
    const lengths = [0, 1, 100_000, 3_000_000, 10];
    const rows = lengths.map((length) => ({
      place: null,
      word: '🏗'.repeat(length),
      small: null,
      whole: length,
      truth: null,
      time: null,
    }));
    expect(await read(rows)).toEqual(rows);
    expect(await read(rows.slice(0, 2))).toEqual(rows.slice(0, 2));
  });

  it('are refused before they are sent if a type cannot represent a value, and later rows are not affected', async () => {
    const row = { place: null, word: 'a', small: 1, whole: null, truth: null, time: null };
    expect(() => new BinaryRows(COLUMNS, [row, { ...row, small: 40_000 }]).toPostgres()).toThrow(RangeError);
    expect(await read([row])).toEqual([row]);
  });
});
