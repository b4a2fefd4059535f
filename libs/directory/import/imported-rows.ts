import type { ReadFields } from '#platform/errors';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { type ColumnMapping, fieldsOfColumns, readMapping } from './column-mapping.js';
import { csvRows, detectDelimiter } from './csv-rows.js';
import type { RowSchema } from './row-schema.js';
import { ndjsonRows } from './ndjson-rows.js';
import { RowReader } from './row-reader.js';
import type { ImportQuery } from './import.dto.js';
import type { SpooledBody } from './spooled-body.js';
import { xlsxRows } from './xlsx/xlsx-rows.js';

/**
 * Rows written as one set. More rows save statements. Fewer rows block the event loop for less time while they are
 * planned, and keep the statement below 128 KiB: V8 frees longer strings only in a full garbage collection.
 */
const SET_SIZE = 750;

export interface ImportedRow<Fields> {
  readonly row: number;
  readonly read: ReadFields<Fields>;
}

/**
 * Reads the rows of a body, in sets.
 * @throws Invalid for errors of the body as a whole: its header, its mapping, its quotes
 */
export async function* readImportedRows<Fields>(
  body: SpooledBody,
  schema: RowSchema<Fields>,
  query: ImportQuery,
): AsyncGenerator<Array<ImportedRow<Fields>>> {
  const mapping = readMapping(query.mapping, schema.fields);
  const reader = new RowReader(schema, mapping, query.dateFormat);
  let set: Array<ImportedRow<Fields>> = [];
  for await (const row of body.format === 'ndjson'
    ? rowsOfLines(body, reader)
    : rowsOfTable(body, reader, schema, mapping)) {
    set.push(row);
    // Yields to the event loop: reading from a file hardly ever waits.
    if (mustYield()) await yieldToEventLoop();
    if (set.length < SET_SIZE) continue;
    yield set;
    set = [];
  }
  if (set.length > 0) yield set;
}

async function* rowsOfTable<Fields>(
  body: SpooledBody,
  reader: RowReader<Fields>,
  schema: RowSchema<Fields>,
  mapping: ColumnMapping,
): AsyncGenerator<ImportedRow<Fields>> {
  const table = body.format === 'xlsx' ? xlsxRows(body.file) : csvRows(body.text(), detectDelimiter(await body.head()));
  let read: ((cells: readonly string[]) => ReadFields<Fields>) | null = null;
  for await (const { row, cells } of table) {
    if (read !== null) yield { row, read: read(cells) };
    else read = (mapping.size === 0 ? schema.readTable?.(cells) : null) ?? listReader(reader, cells, schema, mapping);
  }
}

async function* rowsOfLines<Fields>(body: SpooledBody, reader: RowReader<Fields>): AsyncGenerator<ImportedRow<Fields>> {
  for await (const { row, object } of ndjsonRows(body.text())) yield { row, read: reader.readObject(object) };
}

function listReader<Fields>(
  reader: RowReader<Fields>,
  header: readonly string[],
  { fields }: RowSchema<Fields>,
  mapping: ColumnMapping,
): (cells: readonly string[]) => ReadFields<Fields> {
  const columns = fieldsOfColumns(header, fields, mapping);
  return (cells) => reader.readCells(cells, columns);
}
