import type { ReadFields } from '#platform/errors';
import type { RowFormat } from '#platform/http';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import { type ColumnMapping, fieldsOfColumns, readMapping } from './column-mapping.js';
import { csvRows, delimiterOf } from './csv-rows.js';
import type { ImportKind } from './import-kind.js';
import { ndjsonRows } from './ndjson-rows.js';
import { RowReader } from './row-reader.js';
import type { SpooledBody } from './spooled-body.js';

/**
 * Rows written as one set: enough to spare statements, few enough that nothing else waits long while they are planned,
 * and that their statement stays below 128 KiB: longer texts V8 keeps until it sweeps the whole heap, and it is in no
 * hurry to.
 */
const SET_SIZE = 750;

export interface ImportedRow<Fields> {
  readonly row: number;
  readonly read: ReadFields<Fields>;
}

/**
 * The rows of a body, in sets. @throws Invalid for what is wrong with the body as a whole: its header, its mapping, its
 * quotes
 */
export async function* importedRows<Fields>(
  body: SpooledBody,
  format: RowFormat,
  kind: ImportKind<Fields>,
  mappingText: string | undefined,
): AsyncGenerator<Array<ImportedRow<Fields>>> {
  const mapping = readMapping(mappingText, kind.fields);
  let set: Array<ImportedRow<Fields>> = [];
  for await (const row of format === 'csv' ? rowsOfTable(body, kind, mapping) : rowsOfLines(body, kind, mapping)) {
    set.push(row);
    // Reading is all work and, from a file, no waiting.
    if (turnIsOver()) await nextTurn();
    if (set.length < SET_SIZE) continue;
    yield set;
    set = [];
  }
  if (set.length > 0) yield set;
}

async function* rowsOfTable<Fields>(
  body: SpooledBody,
  kind: ImportKind<Fields>,
  mapping: ColumnMapping,
): AsyncGenerator<ImportedRow<Fields>> {
  const reader = new RowReader(kind, mapping);
  let columns: ReadonlyArray<string | null> | null = null;
  for await (const { row, cells } of csvRows(body.text(), delimiterOf(await body.head()))) {
    if (columns === null) columns = fieldsOfColumns(cells, kind.fields, mapping);
    else yield { row, read: reader.readCells(cells, columns) };
  }
}

async function* rowsOfLines<Fields>(
  body: SpooledBody,
  kind: ImportKind<Fields>,
  mapping: ColumnMapping,
): AsyncGenerator<ImportedRow<Fields>> {
  const reader = new RowReader(kind, mapping);
  for await (const { row, object } of ndjsonRows(body.text())) yield { row, read: reader.readObject(object) };
}
