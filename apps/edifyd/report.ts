/** The output of a command: lines for a person, one JSON value for a program. */
export interface Report {
  readonly lines: readonly string[];
  readonly json: unknown;
  /** The command completed, but with failures: one line on stderr, and exit status 1. */
  readonly failure?: string;
}

/** The command failed: one line on stderr, and exit status 1. */
export class CommandError extends Error {
  constructor(
    message: string,
    /** Additional members of the output with `--json`. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** Names and values in two columns. */
export function columns(rows: ReadonlyArray<readonly [name: string, value: string]>): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd());
}

/** Rows under a heading, each column as wide as its longest cell. */
export function table(rows: ReadonlyArray<readonly string[]>): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
