import { parse } from 'csv-parse/browser/esm/sync';
import { XLSX } from '../../../shared/downloads/xlsx.js';

const HEAD_BYTES = 256 * 1_024;
const HEAD_ROWS = 50;
const SAMPLES = 3;
const DELIMITERS = [',', ';', '\t'];

export interface Column {
  readonly name: string;
  /** Its first values that are not blank. */
  readonly samples: readonly string[];
}

/** The columns of a table with samples of their values; null: only the engine can read this file. */
export async function readColumns(file: File, mediaType: string): Promise<readonly Column[] | null> {
  const [header = [], ...rows] = await firstRows(file, mediaType);
  if (header.length === 0) return null;
  return header.map((name, index) => ({
    name: name.trim(),
    samples: rows.flatMap((row) => row[index]?.trim() || []).slice(0, SAMPLES),
  }));
}

/** The header and the first rows; empty: only the engine can read the file. */
async function firstRows(file: File, mediaType: string): Promise<ReadonlyArray<readonly string[]>> {
  if (mediaType === 'text/csv')
    return headOf(decode(await file.slice(0, HEAD_BYTES).arrayBuffer(), file.size <= HEAD_BYTES));
  if (mediaType !== XLSX || file.size > MAX_BYTES) return [];
  const { workbookRows } = await import('./read-workbook.js');
  return ((await workbookRows(file, (_row, before) => before <= HEAD_ROWS)) ?? []).map(({ cells }) => cells);
}

/** A larger table is not parsed in the browser, because that would block the page. */
export const MAX_BYTES = 32 * 1_024 * 1_024;

/** The rows with these numbers, as a spreadsheet counts them, with the reason in a column of their own. */
export async function refusedRows(
  file: File,
  mediaType: string,
  reasons: ReadonlyMap<number, string>,
  reasonName: string,
): Promise<string> {
  const [header, ...rows] =
    mediaType === XLSX ? await rowsOfWorkbook(file, reasons) : rowsOfText(decode(await file.arrayBuffer(), true));
  const refused = rows.flatMap(({ row, cells }) => {
    const reason = reasons.get(row);
    const width = header?.cells.length ?? 0;
    return reason === undefined
      ? []
      : [[...cells, ...Array<string>(Math.max(0, width - cells.length)).fill(''), reason]];
  });
  return [[...(header?.cells ?? []), reasonName], ...refused].map((row) => row.map(quoted).join(',')).join('\r\n');
}

interface NumberedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The header, which is the first row that is not blank, and the rows that are refused. */
async function rowsOfWorkbook(file: File, reasons: ReadonlyMap<number, string>): Promise<readonly NumberedRow[]> {
  const { workbookRows } = await import('./read-workbook.js');
  return (await workbookRows(file, (row, before) => before <= HEAD_ROWS || reasons.has(row))) ?? [];
}

/** The rows that are not blank, as the engine reads them. */
function rowsOfText(text: string, most?: number): NumberedRow[] {
  return rowsOf(text, most).flatMap((cells, index) =>
    cells.some((cell) => cell.trim() !== '') ? [{ row: index + 1, cells }] : [],
  );
}

/**
 * The first rows. None if the part that was read ends within a value, or if the table is broken, which the engine
 * reports.
 */
function headOf(text: string): ReadonlyArray<readonly string[]> {
  try {
    return rowsOfText(text, 1 + HEAD_ROWS).map(({ cells }) => cells);
  } catch {
    return [];
  }
}

function rowsOf(text: string, most?: number): string[][] {
  const delimiter = delimiterOf(text.slice(0, HEAD_BYTES));
  const options = { bom: true, delimiter, relaxColumnCount: true, relaxQuotes: true, ...(most && { to: most }) };
  const rows = parse(text, options);
  // As in a spreadsheet, a line before the header that names the delimiter does not count.
  return /^sep=.?$/i.test(rows[0]?.join('').trim() ?? '') ? rows.slice(1) : rows;
}

/** As the engine detects it: the one that occurs most often in the header, outside of quotes. */
function delimiterOf(head: string): string {
  const lines = head.replaceAll(/"[^"]*"/g, '""').split(/\r?\n/);
  const header = lines.find((line) => /[^\s,;]/.test(line)) ?? '';
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** UTF-8, or Windows-1252, in which spreadsheets save tables. The end of a part may cut a character. */
function decode(bytes: ArrayBuffer, isWhole: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
