import { BinaryDraft } from './binary-draft.js';

/** A column of rows that are sent. */
export interface Column<Row> {
  readonly name: string;
  /** Of its type, in `pg_type`. */
  readonly oid: number;
  readonly valueOf: (row: Row) => unknown;
  /** Writes the value. @returns how many bytes it took; -1: it is null */
  readonly write: (draft: BinaryDraft, row: Row) => number;
}

/** A parameter of a statement in PostgreSQL's binary format. */
export interface BinaryParameter {
  /** What pg asks of a value that knows its own form. @throws RangeError for a value that its type cannot hold */
  toPostgres(): Buffer;
  /** What it holds, by the names of the columns. */
  toJSON(): ReadonlyArray<Readonly<Record<string, unknown>>>;
}

const NULL_LENGTH = -1;

function columnOf<Value>(oid: number, write: (draft: BinaryDraft, value: Value) => number) {
  return <Row>(name: string, valueOf: (row: Row) => Value | null): Column<Row> => ({
    name,
    oid,
    valueOf,
    write: (draft, row) => {
      const value = valueOf(row);
      return value === null ? NULL_LENGTH : write(draft, value);
    },
  });
}

/** Makes a column of its type: its name, and its value in a row. */
export const column = {
  uuid: columnOf<string>(2950, (draft, value) => draft.uuid(value)),
  text: columnOf<string>(25, (draft, value) => draft.text(value)),
  smallint: columnOf<number>(21, (draft, value) => draft.int16(value)),
  integer: columnOf<number>(23, (draft, value) => draft.int32(value)),
  boolean: columnOf<boolean>(16, (draft, value) => draft.boolean(value)),
  timestamptz: columnOf<Date>(1184, (draft, value) => draft.timestamp(value)),
};

const draft = new BinaryDraft();

/**
 * PostgreSQL takes an array of any type that is not its own for one of the type it expects (`array_recv`): which number
 * a server gave ours need not be known.
 */
const TYPE_OF_OURS = 0;

/**
 * A parameter of `unnest($1::some_type[])`: rows of a composite type with these columns, in this order, in PostgreSQL's
 * binary format. As text, each value would be quoted here and parsed there; as an array a column, a statement would set
 * up each of them and put them side by side, which costs a small batch as much as to write it.
 *
 * The format (`array_recv`, `record_recv`): the number of dimensions, whether there are nulls, the type of the
 * elements, the number and first index of the one dimension; then each row behind its length: the number of columns,
 * and each value behind its type and length.
 */
export class BinaryRows<Row> implements BinaryParameter {
  constructor(
    private readonly columns: ReadonlyArray<Column<Row>>,
    private readonly rows: readonly Row[],
  ) {}

  toPostgres(): Buffer {
    draft.begin();
    for (const word of [1, 0, TYPE_OF_OURS, this.rows.length, 1]) draft.int32(word);
    for (const row of this.rows) this.writeRow(row);
    return draft.finish();
  }

  private writeRow(row: Row): void {
    const lengthOfRow = draft.skipLength();
    draft.int32(this.columns.length);
    for (const { oid, write } of this.columns) {
      draft.int32(oid);
      const lengthOfValue = draft.skipLength();
      draft.setLength(lengthOfValue, write(draft, row));
    }
    draft.setLength(lengthOfRow, draft.bytesSince(lengthOfRow));
  }

  toJSON(): Array<Record<string, unknown>> {
    return this.rows.map((row) => Object.fromEntries(this.columns.map(({ name, valueOf }) => [name, valueOf(row)])));
  }
}
