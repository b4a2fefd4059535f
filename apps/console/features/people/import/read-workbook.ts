import { strFromU8, unzipSync } from 'fflate';
import { datesOf, dayOf } from './workbook-dates.js';
import { type XmlElement, named, parseXml } from './xml-tree.js';

/** A part that unpacks to more is left to the engine, because parsing it would block the page. */
const MAX_UNPACKED_BYTES = 48 * 1_024 * 1_024;

/** A row of the first sheet, by its number in the sheet. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Rows of the first sheet of a workbook, as the engine reads them: the first that is not blank is the header, and a
 * cell with a date is an ISO day.
 * @param isWanted which rows, by their number and by how many were wanted before; only these are read
 * @returns null: only the engine can read this file
 */
export async function workbookRows(
  file: File,
  isWanted: (row: number, before: number) => boolean,
): Promise<readonly SheetRow[] | null> {
  try {
    return rowsOf(unpack(new Uint8Array(await file.arrayBuffer())), isWanted);
  } catch {
    return null;
  }
}

type Parts = ReadonlyMap<string, string>;

/** The parts of the workbook that are not too large, as text. */
function unpack(bytes: Uint8Array): Parts {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => /\.(?:xml|rels)$/.test(name) && originalSize <= MAX_UNPACKED_BYTES,
  });
  return new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}

function rowsOf(parts: Parts, isWanted: (row: number, before: number) => boolean): SheetRow[] | null {
  const book = xml(parts.get('xl/workbook.xml'));
  const relation = [...(named(book, 'sheet')[0]?.attributes ?? [])].find(([name]) => name.endsWith(':id'))?.[1];
  const links = named(xml(parts.get('xl/_rels/workbook.xml.rels')), 'Relationship');
  const target = links.find((link) => link.attributes.get('Id') === relation)?.attributes.get('Target') ?? '';
  const sheet = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  if (sheet === undefined) return null;
  const strings = named(xml(parts.get('xl/sharedStrings.xml')), 'si').map(textOf);
  const isFrom1904 = ['1', 'true'].includes(named(book, 'workbookPr')[0]?.attributes.get('date1904') ?? '');
  const dates = datesOf(named(xml(parts.get('xl/styles.xml')), 'styleSheet')[0]);
  return named(xml(only(sheet, isWanted)), 'row').flatMap((row) => {
    const cells: string[] = [];
    for (const cell of named(row, 'c')) {
      const column = columnOf(cell.attributes.get('r')) ?? cells.length;
      while (cells.length < column) cells.push('');
      cells.push(valueOf(cell, strings, dates, isFrom1904).trim());
    }
    return cells.every((cell) => cell === '') ? [] : [{ row: Number(row.attributes.get('r')), cells }];
  });
}

/** The sheet with the wanted rows alone, each with its number: a long sheet is not parsed as a whole. */
function only(sheet: string, isWanted: (row: number, before: number) => boolean): string {
  const row = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>[^]*?<\/(?:\w+:)?row>)/g;
  const kept: string[] = [];
  let start: number | undefined;
  let end = 0;
  let number = 0;
  for (let found = row.exec(sheet); found !== null; found = row.exec(sheet)) {
    const [whole, attributes = ''] = found;
    start ??= found.index;
    end = row.lastIndex;
    const given = /\sr="(\d+)"/.exec(attributes)?.[1];
    number = given === undefined ? number + 1 : Number(given);
    if (isWanted(number, kept.length))
      kept.push(given === undefined ? whole.replace(/^<((?:\w+:)?row)/, `<$1 r="${number}"`) : whole);
  }
  return sheet.slice(0, start ?? sheet.length) + kept.join('') + (start === undefined ? '' : sheet.slice(end));
}

function valueOf(
  cell: XmlElement,
  strings: readonly string[],
  dates: ReadonlySet<number>,
  isFrom1904: boolean,
): string {
  const type = cell.attributes.get('t') ?? 'n';
  const value = named(cell, 'v')[0]?.text ?? '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return textOf(cell);
  if (type === 'b') return value === '1' ? 'true' : 'false';
  const isDate = type === 'n' && value !== '' && dates.has(Number(cell.attributes.get('s') ?? 0));
  return isDate ? dayOf(Number(value), isFrom1904) : value;
}

/** The text of a string, in runs; without how it is pronounced (`rPh`). */
function textOf({ children }: XmlElement): string {
  return children
    .map((child) => (child.name === 't' ? child.text : child.name === 'rPh' ? '' : textOf(child)))
    .join('');
}

/** `C7` is the column 2, from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function xml(part: string | undefined): XmlElement | undefined {
  return part === undefined ? undefined : parseXml(part);
}
