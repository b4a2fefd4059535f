import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from './table.js';

/**
 * Text that a spreadsheet would read as a formula gets an apostrophe in front, because it comes from source systems
 * (OWASP, "CSV Injection").
 */
const FORMAT = { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ } as const;

/** A table as CSV (RFC 4180, UTF-8) with a header row. Days and times are ISO 8601. */
export function csvOf<Row>({ columns, batches }: Table<Row>): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield stringify([columns.map(({ name }) => name)], FORMAT);
    for await (const rows of batches)
      yield stringify(
        rows.map((row) => columns.map(({ cell }) => written(cell(row)))),
        FORMAT,
      );
  }
  return Readable.from(lines(), { objectMode: false });
}

function written(cell: Cell): string | number | null {
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'object' && cell !== null ? cell.day : cell;
}
