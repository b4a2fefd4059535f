/**
 * Arrays of parameters in PostgreSQL's binary format (`array_recv`): as text, each element would be quoted here and parsed
 * there, which costs a batch of hundreds of rows more than its transport does. The format: the number of dimensions, whether
 * there are nulls, the type of the elements, the length and first index of the one dimension, then each element behind its length.
 */

/** One type of elements: its OID in `pg_type`, and how many bytes an element takes. */
interface Type<Value> {
  readonly oid: number;
  readonly sizeOf: (value: Value) => number;
  readonly write: (buffer: Buffer, value: Value, at: number) => void;
}

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/** PostgreSQL counts from 2000-01-01T00:00:00Z. */
const EPOCH_MS = 946_684_800_000;

const UUID: Type<string> = { oid: 2950, sizeOf: () => 16, write: (buffer, value, at) => void buffer.write(value.replaceAll('-', ''), at, 'hex') };
const TEXT: Type<string> = { oid: 25, sizeOf: (value) => Buffer.byteLength(value), write: (buffer, value, at) => void buffer.write(value, at) };
const SMALLINT: Type<number> = { oid: 21, sizeOf: () => 2, write: (buffer, value, at) => void buffer.writeInt16BE(value, at) };
const INTEGER: Type<number> = { oid: 23, sizeOf: () => 4, write: (buffer, value, at) => void buffer.writeInt32BE(value, at) };
const BOOLEAN: Type<boolean> = { oid: 16, sizeOf: () => 1, write: (buffer, value, at) => void buffer.writeUInt8(Number(value), at) };
const TIMESTAMPTZ: Type<Date> = {
  oid: 1184,
  sizeOf: () => 8,
  write: (buffer, value, at) => void buffer.writeBigInt64BE(BigInt(value.getTime() - EPOCH_MS) * 1000n, at),
};

/** A parameter of `unnest($1::uuid[], $2::text[], …)`: a column of rows, written in PostgreSQL's format when it is sent. */
export class BinaryArray {
  static readonly uuids = (values: ReadonlyArray<string | null>): BinaryArray => new BinaryArray(values, () => encode(UUID, values));
  static readonly texts = (values: ReadonlyArray<string | null>): BinaryArray => new BinaryArray(values, () => encode(TEXT, values));
  static readonly smallints = (values: ReadonlyArray<number | null>): BinaryArray => new BinaryArray(values, () => encode(SMALLINT, values));
  static readonly integers = (values: ReadonlyArray<number | null>): BinaryArray => new BinaryArray(values, () => encode(INTEGER, values));
  static readonly booleans = (values: ReadonlyArray<boolean | null>): BinaryArray => new BinaryArray(values, () => encode(BOOLEAN, values));
  static readonly timestamps = (values: ReadonlyArray<Date | null>): BinaryArray => new BinaryArray(values, () => encode(TIMESTAMPTZ, values));

  private constructor(
    readonly values: readonly unknown[],
    private readonly encoded: () => Buffer,
  ) {}

  /** What pg asks of a value that knows its own form. */
  toPostgres(): Buffer {
    return this.encoded();
  }
}

function encode<Value>({ oid, sizeOf, write }: Type<Value>, values: ReadonlyArray<Value | null>): Buffer {
  const sizes = values.map((value) => (value === null ? NULL_LENGTH : sizeOf(value)));
  const buffer = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + LENGTH_BYTES + Math.max(size, 0), HEADER_BYTES));
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(sizes.includes(NULL_LENGTH) ? 1 : 0, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(values.length, 12);
  buffer.writeInt32BE(1, 16);
  let at = HEADER_BYTES;
  values.forEach((value, index) => {
    const size = sizes[index] ?? NULL_LENGTH;
    buffer.writeInt32BE(size, at);
    at += LENGTH_BYTES;
    if (value === null) return;
    write(buffer, value, at);
    at += size;
  });
  return buffer;
}
