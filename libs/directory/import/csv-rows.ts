import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Invalid } from '#platform/errors';

/** The cells of one row, and its number as a spreadsheet shows it: the header is row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;
const LONGEST_ROW = 64 * 1024;

/**
 * The rows of a table, the header among them; blank ones count and are left out. @throws Invalid where quotes do not
 * close or a row has no end
 */
export async function* csvRows(text: Readable, delimiter: string): AsyncGenerator<CsvRow> {
  // Blanks around quotes are no part of a cell; of a tab the library cannot tell whether it is a blank.
  const parser = parse({
    bom: true,
    delimiter,
    trim: delimiter !== '\t',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  text.on('error', (error) => parser.destroy(error)).pipe(parser);
  let row = 0;
  try {
    for await (const record of parser) {
      row++;
      const cells = (record as readonly string[]).map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (error) {
    throw error instanceof CsvError
      ? new Invalid([{ field: 'body', message: `row ${row + 1} cannot be read: ${error.message}` }])
      : error;
  }
}

/**
 * Spreadsheets write semicolons where the comma is the decimal sign: the header has more of them than of anything else.
 */
export function delimiterOf(head: string): string {
  const [header = ''] = head.replaceAll(/"[^"]*"/g, '').split(/\r?\n/, 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}
