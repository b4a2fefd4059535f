import type { ReadFields } from '#platform/errors';

/** A kind of rows: their fields, and how one row is read. */
export interface ImportKind<Fields> {
  /** For the audit log: `workers.imported`. */
  readonly name: string;
  readonly fields: readonly string[];
  /** Converters of cells that are not used as they are. A converter returns undefined where the cell sets nothing. */
  readonly cells: Readonly<Record<string, (cell: string) => unknown>>;
  /** Validates the fields of one row. */
  read(record: Readonly<Record<string, unknown>>): ReadFields<Fields>;
}
