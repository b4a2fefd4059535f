import { BinaryWriter } from './binary-writer.js';

/** A column of the rows. */
export interface Column<Row> {
  readonly name: string;
  /** The type's oid in `pg_type`. */
  readonly oid: number;
  readonly valueOf: (row: Row) => unknown;
  /** Writes the value. @returns the number of bytes written; -1: the value is null */
  readonly write: (writer: BinaryWriter, row: Row) => number;
}

/** A statement parameter in PostgreSQL's binary format. */
export interface BinaryParameter {
  /** pg calls this to serialize a parameter. @throws RangeError if a value is outside its type's range */
  toPostgres(): Buffer;
  /** The rows as objects, with the names of the columns. */
  toJSON(): ReadonlyArray<Readonly<Record<string, unknown>>>;
}

const NULL_LENGTH = -1;

function columnOf<Value>(oid: number, write: (writer: BinaryWriter, value: Value) => number) {
  return <Row>(name: string, valueOf: (row: Row) => Value | null): Column<Row> => ({
    name,
    oid,
    valueOf,
    write: (writer, row) => {
      const value = valueOf(row);
      return value === null ? NULL_LENGTH : write(writer, value);
    },
  });
}

/** Creates a column from its name and a function that reads its value from a row. */
export const column = {
  uuid: columnOf<string>(2950, (writer, value) => writer.uuid(value)),
  text: columnOf<string>(25, (writer, value) => writer.text(value)),
  smallint: columnOf<number>(21, (writer, value) => writer.int16(value)),
  integer: columnOf<number>(23, (writer, value) => writer.int32(value)),
  boolean: columnOf<boolean>(16, (writer, value) => writer.boolean(value)),
  timestamptz: columnOf<Date>(1184, (writer, value) => writer.timestamp(value)),
};

const writer = new BinaryWriter();

/**
 * For an array of a composite type of the engine, PostgreSQL accepts any element type that is not built in
 * (`array_recv`). So the type's oid on the server need not be known.
 */
const TYPE_OF_OURS = 0;

/**
 * A parameter of `unnest($1::some_type[])`: rows of a composite type with these columns, in this order, in PostgreSQL's
 * binary format. The text format would quote each value here and parse it there. With one array for each column, the
 * statement would have to build the rows from the arrays, which costs as much as writing a small batch.
 *
 * The format (`array_recv`, `record_recv`) begins with the number of dimensions, whether there are nulls, the oid of
 * the elements, and the length and first index of the dimension. Each row follows after its length: the number of
 * columns, and each value after its oid and length.
 */
export class BinaryRows<Row> implements BinaryParameter {
  constructor(
    private readonly columns: ReadonlyArray<Column<Row>>,
    private readonly rows: readonly Row[],
  ) {}

  toPostgres(): Buffer {
    writer.begin();
    for (const word of [1, 0, TYPE_OF_OURS, this.rows.length, 1]) writer.int32(word);
    for (const row of this.rows) this.writeRow(row);
    return writer.finish();
  }

  private writeRow(row: Row): void {
    const lengthOfRow = writer.skipLength();
    writer.int32(this.columns.length);
    for (const { oid, write } of this.columns) {
      writer.int32(oid);
      const lengthOfValue = writer.skipLength();
      writer.setLength(lengthOfValue, write(writer, row));
    }
    writer.setLength(lengthOfRow, writer.bytesSince(lengthOfRow));
  }

  toJSON(): Array<Record<string, unknown>> {
    return this.rows.map((row) => Object.fromEntries(this.columns.map(({ name, valueOf }) => [name, valueOf(row)])));
  }
}
