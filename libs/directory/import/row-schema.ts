import type { ReadFields } from '#platform/errors';

/** The fields of the rows of an import, and how a row is parsed. */
export interface RowSchema<Fields> {
  /** For the audit log: `workers.imported`. */
  readonly name: string;
  readonly fields: readonly string[];
  /**
   * Converters of cells. A converter returns undefined if the cell sets nothing; cells without one are used
   * unchanged.
   */
  readonly cells: Readonly<Record<string, (cell: string) => unknown>>;
  /** The fields that are dates: read in the declared format of an import. */
  readonly dates?: readonly string[];
  /** The fields that identify a row: a later row with the value of an earlier one is refused. */
  readonly unique?: ReadonlyArray<keyof Fields & string>;
  /** Validates the fields of one row. */
  read(record: Readonly<Record<string, unknown>>): ReadFields<Fields>;
  /**
   * Reads a table that is no list of records, such as a matrix. Called with the header.
   * @returns a reader of the other rows; null: the table is a list, whose columns are fields
   * @throws Invalid if the header is wrong
   */
  readonly readTable?: (header: readonly string[]) => ((cells: readonly string[]) => ReadFields<Fields>) | null;
}
