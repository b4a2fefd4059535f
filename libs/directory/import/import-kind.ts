import type { ReadFields } from '#platform/errors';

/** What is imported: its fields, and how a row of them is read. */
export interface ImportKind<Fields> {
  /** For the audit log: `workers.imported`. */
  readonly name: string;
  readonly fields: readonly string[];
  /** How a cell of text is read where it is not the text itself; undefined: it says nothing. */
  readonly cells: Readonly<Record<string, (cell: string) => unknown>>;
  /** Validates the fields of one row. */
  read(record: Readonly<Record<string, unknown>>): ReadFields<Fields>;
}
