import type { FieldError } from '#platform/errors';

/** A file that is wrong throughout is told of by its first rows. */
const MOST_ERRORS = 500;

/** What is wrong in one row. */
export class ImportRowError {
  /** As a spreadsheet shows it: the header is row 1. Of NDJSON, the line. */
  row: number;
  field: string;
  message: string;
}

/** What became of the rows of an import. */
export class ImportResult {
  created: number;
  updated: number;
  unchanged: number;
  /** Rows that were refused; `errors` says why of the first of them. */
  failed: number;
  /** At most 500. */
  errors: ImportRowError[];
  /** True: nothing of it was kept. */
  dryRun: boolean;
}

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'refused';

/** Counts the outcomes of an import, in bounded memory. */
export class ImportTally {
  readonly counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  private readonly errors: ImportRowError[] = [];

  add(row: number, outcome: RowOutcome, errors: readonly FieldError[]): void {
    this.counts[outcome === 'refused' ? 'failed' : outcome]++;
    for (const { field, message } of errors.slice(0, MOST_ERRORS - this.errors.length))
      this.errors.push({ row, field, message });
  }

  result(dryRun: boolean): ImportResult {
    return { ...this.counts, errors: this.errors.toSorted((one, other) => one.row - other.row), dryRun };
  }
}
