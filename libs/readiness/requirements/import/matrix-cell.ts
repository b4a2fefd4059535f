/** The content of a cell of a matrix: how the training in its column is required. */
export interface CellMark {
  readonly severity?: number;
  readonly validDays?: number;
}

const NOT_REQUIRED = new Set(['', 'no', 'n', 'false', '0', '-', '–', '—', 'n/a', 'na']);
const REQUIRED = new Set(['x', '✓', '✔', '✗', 'yes', 'y', 'true', '1', 'required', 'mandatory']);
const DAYS = new Set(['d', 'day', 'days']);
const MAX_DAYS = 36_500;

/** What a cell may contain, for error messages. */
export const CELLS_IN_WORDS = 'x, yes, 1 or required, a number of valid days such as 365, or a severity such as S4';

/**
 * Reads a cell: `x`, `365`, `S4`, or several of them, `365 S4`.
 * @returns null: not required; undefined: the cell is not understood
 */
export function readCell(cell: string): CellMark | null | undefined {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  if (NOT_REQUIRED.has(text)) return null;
  let mark: CellMark = {};
  for (const word of text.split(/[\s,;/+]+/)) {
    const next = readWord(word, mark);
    if (next === undefined) return undefined;
    mark = next;
  }
  return mark;
}

function readWord(word: string, mark: CellMark): CellMark | undefined {
  if (REQUIRED.has(word)) return mark;
  const severity = /^s([1-4])$/.exec(word)?.[1];
  if (severity !== undefined) return mark.severity === undefined ? { ...mark, severity: Number(severity) } : undefined;
  const days = Number(/^(\d{1,6})d?$/.exec(word)?.[1] ?? 0);
  if (days > 0) return mark.validDays === undefined && days <= MAX_DAYS ? { ...mark, validDays: days } : undefined;
  return DAYS.has(word) && mark.validDays !== undefined ? mark : undefined;
}
