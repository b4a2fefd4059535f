import { PassThrough, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { errorOf } from '../thrown/index.js';
import type { Table } from './table.js';
import { columnWidths } from './column-widths.js';
import {
  MAX_ROWS,
  type WrittenSheet,
  headingXml,
  rowXml,
  sheetEnd,
  sheetHead,
  sheetPath,
  workbookParts,
} from './xlsx-parts.js';

/** Text is written to the archive in pieces of this size, because small writes are slow. */
const CHUNK = 64 * 1024;

/** Number of rows from which the column widths are computed. */
const SAMPLE = 200;

/**
 * A table as a workbook for spreadsheets, with a filter on each column. When a sheet is full, the table continues in
 * another one.
 */
export function xlsxOf<Row>(table: Table<Row>, maxRows = MAX_ROWS): Readable {
  const archive = new yazl.ZipFile();
  const output = new PassThrough();
  const fail = (error: unknown): void => void output.destroy(errorOf(error));
  archive.on('error', fail);
  pipeline(archive.outputStream, output).catch(fail);
  write(archive, table, maxRows, output).catch(fail);
  return output;
}

async function write<Row>(
  archive: yazl.ZipFile,
  { name, columns, batches }: Table<Row>,
  maxRows: number,
  output: Readable,
): Promise<void> {
  const iterator = batches[Symbol.asyncIterator]();
  const first = await iterator.next();
  const widths = columnWidths(columns, first.done === true ? [] : first.value.slice(0, SAMPLE));
  const rows = rowsOf(first, iterator);
  const sheets: WrittenSheet[] = [];
  let next = await rows.next();
  let written = 0;
  do {
    const number = sheets.length + 1;
    const sheet = Readable.from(sheetXml(), { objectMode: false });
    // No more rows are read after the client disconnects.
    const stop = (): void => void sheet.destroy();
    output.once('close', stop);
    archive.addReadStream(sheet, sheetPath(number));
    await finished(sheet);
    output.off('close', stop);
    sheets.push({ name: number === 1 ? name : `${name} ${number}`, columns: columns.length, rows: written });
  } while (next.done !== true);
  for (const [path, xml] of workbookParts(sheets)) archive.addBuffer(Buffer.from(xml), path);
  archive.end();

  async function* sheetXml(): AsyncGenerator<string> {
    let text = sheetHead(widths) + headingXml(columns.map((column) => column.name));
    written = 1;
    while (written < maxRows && next.done !== true) {
      const { value } = next;
      written += 1;
      text += rowXml(
        written,
        columns.map(({ cell }) => cell(value)),
      );
      if (text.length > CHUNK) {
        yield text;
        text = '';
      }
      next = await rows.next();
    }
    yield text + sheetEnd(columns.length, written);
  }
}

async function* rowsOf<Row>(
  first: IteratorResult<readonly Row[]>,
  rest: AsyncIterator<readonly Row[]>,
): AsyncGenerator<Row, undefined> {
  for (let next = first; next.done !== true; next = await rest.next()) yield* next.value;
}
