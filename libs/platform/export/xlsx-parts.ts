import { DAY_MS } from '../text/index.js';
import type { Cell } from './table.js';

/** The parts of a workbook (ECMA-376, Office Open XML) besides its sheets. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The maximum number of rows of a sheet. */
export const MAX_ROWS = 1_048_576;
/** The maximum number of UTF-16 code units of a cell. */
const MAX_TEXT = 32_767;

/** Indexes of cell formats in `cellXfs`: a heading, a time, a day. */
const HEADING = 1;
const TIME = 2;
const DAY = 3;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A sheet that has been written. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: number;
  /** With the heading. */
  readonly rows: number;
}

/** All parts but the sheets, by path. */
export function workbookParts(sheets: readonly WrittenSheet[]): ReadonlyArray<readonly [path: string, xml: string]> {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, name: textXml(sheet.name), number: index + 1 }));
  const style = sheets.length + 1;
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>\
${numbered.map(({ number }) => `<Override PartName="/${sheetPath(number)}" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered.map(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets>\
<definedNames>${numbered.map(filterName).join('')}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}\
<Relationship Id="rId${style}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ];
}

export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** Excel keeps the range of a sheet's filter under this name, too. */
function filterName({ name, columns, rows, number }: WrittenSheet & { readonly number: number }): string {
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${number - 1}" hidden="1">'${name.replaceAll("'", "''")}'!$A$1:$${column(columns - 1)}$${rows}</definedName>`;
}

/** The start of a sheet whose first row is frozen. @param widths of the columns, in characters */
export function sheetHead(widths: readonly number[]): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
}

/** The end of a sheet with a filter on each column. @param rows with the heading */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${column(columns - 1)}${rows}"/></worksheet>`;
}

export function headingXml(names: readonly string[]): string {
  return `<row r="1">${names.map((name, index) => textCell(`${column(index)}1`, name, ` s="${HEADING}"`)).join('')}</row>`;
}

/**
 * @param number of the row, from 1. The standard makes the position of a cell optional, but some programs cannot read
 * a sheet without it.
 */
export function rowXml(number: number, cells: readonly Cell[]): string {
  return `<row r="${number}">${cells.map((cell, index) => cellXml(`${column(index)}${number}`, cell)).join('')}</row>`;
}

/** Text stays text: no cell contains a formula (`<f>`), whatever it starts with. */
function cellXml(at: string, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(at, cell, '');
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  const [days, style, text] =
    cell instanceof Date ? [serial(cell), TIME, cell.toISOString()] : [serial(new Date(cell.day)), DAY, cell.day];
  return days < FIRST_SERIAL ? textCell(at, text, '') : `<c r="${at}" s="${style}"><v>${days}</v></c>`;
}

/** A to Z, AA to ZZ. */
function column(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : column(Math.floor(index / 26) - 1) + last;
}

function textCell(at: string, text: string, style: string): string {
  return `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${textXml(text.slice(0, MAX_TEXT))}</t></is></c>`;
}

/**
 * 1 March 1900. Excel shows no date before 1900, and counts a 29 February 1900, a day that never was: earlier dates are
 * text.
 */
const FIRST_SERIAL = 61;

/** Days since 30 December 1899, in UTC: a sheet has no time zones. */
function serial(time: Date): number {
  return time.getTime() / DAY_MS + 25_569;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * XML 1.0 has no control characters and no lone surrogates; `_x0041_` would be read as an escaped "A" (ECMA-376,
 * ST_Xstring).
 */
function textXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
