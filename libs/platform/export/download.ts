import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { csvOf } from './csv.js';
import type { Table } from './table.js';
import { xlsxOf } from './xlsx.js';

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The connection is closed if the client reads no batch of rows for this time, because other files wait for the place.
 */
const STALLED_MS = 5 * 60_000;

/**
 * A table as a file download: `needs-2026-11-25.csv`.
 * @throws the errors of reading the first rows; later errors truncate the file
 */
export async function csvDownload<Row>(table: Table<Row>): Promise<StreamableFile> {
  const stream = await begun(table, csvOf);
  return new StreamableFile(stream, { type: CSV, disposition: disposition(table.name, 'csv') });
}

/** As {@link csvDownload}, but a workbook. */
export async function xlsxDownload<Row>(table: Table<Row>): Promise<StreamableFile> {
  const stream = await begun(table, xlsxOf);
  return new StreamableFile(stream, { type: XLSX, disposition: disposition(table.name, 'xlsx') });
}

function disposition(name: string, ending: string): string {
  return `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.${ending}"`;
}

/** Reads the first batch before the response starts, so that an error becomes a problem and not a truncated file. */
async function begun<Row>(
  { batches, ...table }: Table<Row>,
  streamOf: (table: Table<Row>) => Readable,
): Promise<Readable> {
  const iterator = batches[Symbol.asyncIterator]();
  const first = await iterator.next();
  const giveUp = (): void => void stream.destroy(new Error('the client has read nothing for five minutes'));
  let timer: NodeJS.Timeout | undefined;
  async function* all(): AsyncGenerator<readonly Row[]> {
    for (let next = first; next.done !== true; next = await iterator.next()) {
      timer = setTimeout(giveUp, STALLED_MS).unref();
      yield next.value;
      clearTimeout(timer);
    }
  }
  const stream = streamOf({ ...table, batches: all() });
  return stream.once('close', () => clearTimeout(timer));
}
