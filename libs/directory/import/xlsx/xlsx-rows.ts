import type { FileHandle } from 'node:fs/promises';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import { MAX_COLUMNS } from '../column-mapping.js';
import type { CsvRow } from '../csv-rows.js';
import { dayOf, readDateStyles } from './dates.js';
import { readSharedStrings } from './shared-strings.js';
import { findFirstSheet } from './first-sheet.js';
import { Workbook, unreadable } from './workbook.js';
import { type XmlEvent, xmlEvents } from './xml-events.js';

/** As many as a sheet of Excel has. */
const MAX_ROWS = 1_048_576;

/**
 * Reads the first sheet of a workbook (XLSX, ECMA-376) row by row, as the cells of a table whose first row is the
 * header. A cell with a date is an ISO day. Blank rows are skipped.
 * @throws Invalid if the file cannot be read, or exceeds a limit
 */
export async function* xlsxRows(file: FileHandle): AsyncGenerator<CsvRow> {
  const workbook = await Workbook.open(file);
  const { path, isFrom1904 } = await findFirstSheet(workbook);
  const strings = await readSharedStrings(workbook);
  const sheet = new SheetReader(strings, await readDateStyles(workbook), isFrom1904);
  let width = 0;
  for await (const events of xmlEvents(workbook.part(path))) {
    for (const event of events) {
      const read = sheet.read(event);
      if (read === null || read.cells.every((cell) => cell === '')) continue;
      // A row ends with its last cell that is not blank; in a table, every row is as wide as the header.
      if (width === 0) width = read.cells.length;
      yield {
        row: read.row,
        cells: [...read.cells, ...Array<string>(Math.max(0, width - read.cells.length)).fill('')],
      };
    }
    if (turnIsOver()) await nextTurn();
  }
}

/** Collects the cells of a row from the events of a sheet. */
class SheetReader {
  private row = 0;
  private cells: string[] = [];
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private isValue = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly dateStyles: ReadonlySet<number>,
    private readonly isFrom1904: boolean,
  ) {}

  /** @returns the row that ends with this event */
  read(event: XmlEvent): CsvRow | null {
    if (event.kind === 'text') {
      if (this.isValue) this.value += event.text;
      return null;
    }
    if (event.kind === 'open') this.open(event);
    else if (event.name === 'v' || event.name === 't') this.isValue = false;
    else if (event.name === 'c') this.endCell();
    else if (event.name === 'row') return this.endRow();
    return null;
  }

  private open({ name, attributes }: Extract<XmlEvent, { kind: 'open' }>): void {
    if (name === 'row') this.beginRow(attributes['r']);
    else if (name === 'c') this.beginCell(attributes);
    // Text in a cell is in `t`, in runs, of which the phonetic ones repeat it.
    else if (name === 'v' || name === 't') this.isValue = true;
  }

  private beginRow(number: string | undefined): void {
    const row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.row || row > MAX_ROWS) throw unreadable('has rows out of order');
    this.row = row;
    this.cells = [];
    this.column = 0;
  }

  private beginCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (column <= this.column) throw unreadable('has cells out of order');
    this.column = column;
    this.type = t ?? '';
    this.style = Number(s ?? 0);
    this.value = '';
    this.isValue = false;
  }

  private endCell(): void {
    const text = this.textOf().trim();
    if (text === '') return;
    if (this.column > MAX_COLUMNS) throw unreadable(`has more than ${MAX_COLUMNS} columns`);
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells.push(text);
  }

  private textOf(): string {
    switch (this.type) {
      case 's':
        return this.strings[Number(this.value)] ?? '';
      case 'b':
        return this.value === '1' ? 'true' : 'false';
      // An error, like #N/A, is no value.
      case 'e':
        return '';
      case '':
      case 'n':
        return this.dateStyles.has(this.style) ? dayOf(Number(this.value), this.isFrom1904) : plainNumber(this.value);
      default:
        return this.value;
    }
  }

  private endRow(): CsvRow {
    return { row: this.row, cells: this.cells };
  }
}

/** `AB12` is in column 28. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Excel writes 4711 as `4711`, but 0.1 as `0.10000000000000001`, and long numbers with an exponent. */
function plainNumber(text: string): string {
  const number = Number(text);
  return text === '' || Number.isNaN(number) || /^-?\d+$/.test(text) ? text : String(Number(number.toPrecision(15)));
}
