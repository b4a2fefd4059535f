import type { FileHandle } from 'node:fs/promises';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { IMPORT_MIB } from '../import.dto.js';
import { MAX_COLUMNS } from '../column-mapping.js';
import { type CsvRow, MAX_ROW_LENGTH } from '../csv-rows.js';
import { dayOf, readDateStyles } from './dates.js';
import { readSharedStrings } from './shared-strings.js';
import { findFirstSheet } from './first-sheet.js';
import { MAX_CELL_LENGTH, Workbook, unreadable } from './workbook.js';
import { type XmlEvent, xmlEvents } from './xml-events.js';

/** As many as a sheet of Excel has. */
const MAX_ROWS = 1_048_576;
/** Of all cells together, as many as of a file with commas; a cell counts one more, as its separator does there. */
const MAX_CHARACTERS = IMPORT_MIB * 1024 * 1024;

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
  let characters = 0;
  for await (const events of xmlEvents(workbook.part(path))) {
    for (const event of events) {
      const read = sheet.read(event);
      if (read === null || read.cells.every((cell) => cell === '')) continue;
      // A row ends with its last cell that is not blank; in a table, every row is as wide as the header.
      if (width === 0) width = read.cells.length;
      characters += Math.max(width, read.cells.length) + read.length;
      if (characters > MAX_CHARACTERS) throw unreadable('has too much text: send it in parts');
      yield {
        row: read.row,
        cells: [...read.cells, ...Array<string>(Math.max(0, width - read.cells.length)).fill('')],
      };
    }
    if (mustYield()) await yieldToEventLoop();
  }
}

interface SheetRow extends CsvRow {
  /** Characters of all cells. */
  readonly length: number;
}

/** Collects the cells of a row from the events of a sheet. */
class SheetReader {
  private row = 0;
  private cells: string[] = [];
  private length = 0;
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
  read(event: XmlEvent): SheetRow | null {
    if (event.kind === 'text') {
      if (this.isValue) this.append(event.text);
      return null;
    }
    if (event.kind === 'open') this.open(event);
    else if (event.name === 'v' || event.name === 't') this.isValue = false;
    else if (event.name === 'c') this.endCell();
    else if (event.name === 'row') return this.endRow();
    return null;
  }

  private append(text: string): void {
    this.value += text;
    if (this.value.length > MAX_CELL_LENGTH) throw unreadable(`has a text of more than ${MAX_CELL_LENGTH} characters`);
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
    this.length = 0;
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
    this.length += text.length;
    if (this.length > MAX_ROW_LENGTH) throw unreadable(`has a row of more than ${MAX_ROW_LENGTH} characters`);
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells.push(text);
  }

  private textOf(): string {
    // A blank cell that only has a format, as Excel writes it for each cell of a formatted column.
    if (this.value === '') return '';
    switch (this.type) {
      case 's':
        return this.strings[Number(this.value)] ?? '';
      case 'b':
        return this.value === '1' ? 'true' : 'false';
      // An error, like #N/A, is no value.
      case 'e':
        return '';
      // ISO 8601 with a time of day, as in "Strict Open XML": see `dayOf`.
      case 'd':
        return this.value.slice(0, 'YYYY-MM-DD'.length);
      case '':
      case 'n':
        return this.dateStyles.has(this.style) ? dayOf(Number(this.value), this.isFrom1904) : plainNumber(this.value);
      default:
        return this.value;
    }
  }

  private endRow(): SheetRow {
    return { row: this.row, cells: this.cells, length: this.length };
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
