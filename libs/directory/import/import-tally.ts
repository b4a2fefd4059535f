import type { FieldError } from '#platform/errors';

/** Errors that the result lists. */
const MAX_ERRORS = 500;

/** An error in one row. */
export class ImportRowError {
  /** The row as a spreadsheet numbers it: the header is row 1. In NDJSON, the line. */
  row: number;
  /** Column with the error; empty: the whole row. */
  field: string;
  /** The rule that the row breaks, in words. */
  message: string;
}

/** The outcomes of the rows of an import. */
export class ImportResult {
  /** Rows that created a record. */
  created: number;
  /** Rows that changed a record. */
  updated: number;
  /** Rows that are equal to their record. */
  unchanged: number;
  /** Rows that were refused; `errors` has the reasons for the first of them. */
  failed: number;
  /** At most 500. */
  errors: ImportRowError[];
  /** True: nothing was written. */
  dryRun: boolean;
}

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'refused';

/** Counts the outcomes of an import, in bounded memory. */
export class ImportTally {
  readonly counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  private readonly errors: ImportRowError[] = [];

  add(row: number, outcome: RowOutcome, errors: readonly FieldError[]): void {
    this.counts[outcome === 'refused' ? 'failed' : outcome]++;
    for (const { field, message } of errors.slice(0, MAX_ERRORS - this.errors.length))
      this.errors.push({ row, field, message });
  }

  result(dryRun: boolean): ImportResult {
    return { ...this.counts, errors: this.errors.toSorted((one, other) => one.row - other.row), dryRun };
  }
}
