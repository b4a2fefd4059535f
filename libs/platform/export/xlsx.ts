import { PassThrough, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { Table } from './table.js';
import { MAX_ROWS, SHEET_END, SHEET_HEAD, headingXml, rowXml, sheetPath, workbookParts } from './xlsx-parts.js';

/** Text is written to the archive in pieces of this size, because small writes are slow. */
const CHUNK = 64 * 1024;

/** A table as a workbook for spreadsheets, which continues in another sheet when one is full. */
export function xlsxOf<Row>(table: Table<Row>, maxRows = MAX_ROWS): Readable {
  const archive = new yazl.ZipFile();
  const output = new PassThrough();
  const fail = (error: unknown): void => void output.destroy(error instanceof Error ? error : new Error(String(error)));
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
  const rows = rowsOf(batches);
  const sheets: string[] = [];
  let next = await rows.next();
  do {
    sheets.push(sheets.length === 0 ? name : `${name} ${sheets.length + 1}`);
    const sheet = Readable.from(sheetXml(), { objectMode: false });
    // No more rows are read after the client disconnects.
    const stop = (): void => void sheet.destroy();
    output.once('close', stop);
    archive.addReadStream(sheet, sheetPath(sheets.length));
    await finished(sheet);
    output.off('close', stop);
  } while (next.done !== true);
  for (const [path, xml] of workbookParts(sheets)) archive.addBuffer(Buffer.from(xml), path);
  archive.end();

  async function* sheetXml(): AsyncGenerator<string> {
    let text = SHEET_HEAD + headingXml(columns.map((column) => column.name));
    for (let row = 1; row < maxRows && next.done !== true; row++) {
      const { value } = next;
      text += rowXml(
        row + 1,
        columns.map(({ cell }) => cell(value)),
      );
      if (text.length > CHUNK) {
        yield text;
        text = '';
      }
      next = await rows.next();
    }
    yield text + SHEET_END;
  }
}

async function* rowsOf<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row, undefined> {
  for await (const rows of batches) yield* rows;
}
