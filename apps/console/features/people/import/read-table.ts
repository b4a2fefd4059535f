import { parse } from 'csv-parse/browser/esm/sync';

const HEAD_BYTES = 256 * 1_024;
const SAMPLES = 3;
const DELIMITERS = [',', ';', '\t'];

export interface Column {
  readonly name: string;
  /** Its first values that are not blank. */
  readonly samples: readonly string[];
}

/** The columns of a table, with what stands in them; null: only the engine can read this file. */
export async function readColumns(file: File, mediaType: string): Promise<readonly Column[] | null> {
  if (mediaType !== 'text/csv') return null;
  const text = decode(await file.slice(0, HEAD_BYTES).arrayBuffer(), file.size <= HEAD_BYTES);
  const [header = [], ...rows] = headOf(text);
  if (header.length === 0) return null;
  return header.map((name, index) => ({
    name: name.trim(),
    samples: rows.flatMap((row) => row[index]?.trim() || []).slice(0, SAMPLES),
  }));
}

/** A larger table is not read again in the browser, which would stand still meanwhile. */
export const MOST_BYTES = 32 * 1_024 * 1_024;

/** The rows with these numbers, as a spreadsheet counts them, with the reason in a column of their own. */
export async function refusedRows(
  file: File,
  reasons: ReadonlyMap<number, string>,
  reasonName: string,
): Promise<string> {
  const [header = [], ...rows] = rowsOf(decode(await file.arrayBuffer(), true));
  const refused = rows.flatMap((row, index) => {
    const reason = reasons.get(index + 2);
    return reason === undefined ? [] : [[...row, reason]];
  });
  return [[...header, reasonName], ...refused].map((row) => row.map(quoted).join(',')).join('\r\n');
}

/** The first rows; none where the part that was read ends within a value, or the table is broken: the engine says why. */
function headOf(text: string): string[][] {
  try {
    return rowsOf(text, 1 + 50);
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
