import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Invalid } from '#platform/errors';

/** The cells of one row, and its number as a spreadsheet shows it: the header is row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/** Characters of a row of a table. */
export const MAX_ROW_LENGTH = 64 * 1024;

/**
 * Parses a table whose first row is the header. Blank rows are counted and skipped. A line before the header that
 * names the delimiter is not counted, as in a spreadsheet.
 * @throws Invalid if a quote is not closed or a row is too long
 */
export async function* csvRows(text: Readable, delimiter: string): AsyncGenerator<CsvRow> {
  // Trims white space around quotes, except in tables delimited by tabs, which the library would trim too.
  const parser = parse({
    bom: true,
    delimiter,
    trim: delimiter !== '\t',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_ROW_LENGTH,
  });
  let uncounted = 0;
  text.once('data', (head: unknown) => (uncounted = STARTS_WITH_DELIMITER_LINE.test(String(head)) ? 1 : 0));
  text.on('error', (error) => parser.destroy(error)).pipe(parser);
  let row = 0;
  try {
    for await (const record of parser) {
      const cells = (record as readonly string[]).map(valueOf);
      if (row === 0 && DELIMITER_LINE.test(cells.join(''))) continue;
      row++;
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const broken = recordsBefore(error) - uncounted + 1;
    throw new Invalid([{ field: 'body', message: `row ${broken} cannot be read: ${reasonOf(error)}` }]);
  }
}

/** The apostrophe in front of what a spreadsheet would read as a formula (`csvOf`). */
const APOSTROPHE = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;

function valueOf(cell: string): string {
  return cell.trim().replace(APOSTROPHE, '').trim();
}

/**
 * Detects the delimiter: the one that occurs most often in the first row that is not blank. Spreadsheets write
 * semicolons where the comma is the decimal sign.
 */
export function detectDelimiter(head: string): string {
  const lines = head.replaceAll(/"[^"]*"/g, '""').split(/\r?\n/);
  const header = lines.find((line) => /[^\s,;]/.test(line)) ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

/** `sep=;`, from which Excel reads the delimiter. The line contains the delimiter, so that it is the one detected. */
const DELIMITER_LINE = /^sep=.?$/i;
const STARTS_WITH_DELIMITER_LINE = /^\uFEFF?sep=.?\r?\n/i;

/** The parser reads ahead: it fails before the rows that precede the broken one are returned. */
function recordsBefore({ records }: CsvError): number {
  return typeof records === 'number' ? records : 0;
}

/** Not the library's message, which may repeat what is in the file. */
function reasonOf({ code }: CsvError): string {
  return REASONS.get(code) ?? 'it is not CSV';
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'a quote is not closed'],
  ['CSV_INVALID_CLOSING_QUOTE', 'text follows a closing quote'],
  ['CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE', 'text follows a closing quote'],
  ['CSV_MAX_RECORD_SIZE', `it is longer than ${MAX_ROW_LENGTH / 1024} KiB; a quote may not be closed`],
]);
