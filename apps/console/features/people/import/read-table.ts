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
  if (mediaType !== XLSX || file.size > MOST_BYTES) return [];
  const { workbookRows } = await import('./read-workbook.js');
  return ((await workbookRows(file, (_row, before) => before <= HEAD_ROWS)) ?? []).map(({ cells }) => cells);
}

/** A larger table is not parsed in the browser, because that would block the page. */
export const MOST_BYTES = 32 * 1_024 * 1_024;

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

function rowsOfText(text: string): NumberedRow[] {
  return rowsOf(text).map((cells, index) => ({ row: index + 1, cells }));
}

/**
 * The first rows. None if the part that was read ends within a value, or if the table is broken, which the engine
 * reports.
 */
function headOf(text: string): string[][] {
  try {
    return rowsOf(text, 1 + HEAD_ROWS);
  } catch {
    return [];
  }
}

function rowsOf(text: string, most?: number): string[][] {
  const first = text.split('\n', 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
  return parse(text, { bom: true, delimiter, relaxColumnCount: true, relaxQuotes: true, ...(most && { to: most }) });
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
