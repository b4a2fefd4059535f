import { StreamableFile } from '@nestjs/common';
import { csvOf } from './csv.js';
import type { Table } from './table.js';
import { xlsxOf } from './xlsx.js';

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A table as a file download: `needs-2026-11-25.csv`.
 * @throws the errors of reading the first rows; later errors truncate the file
 */
export async function csvDownload<Row>(table: Table<Row>): Promise<StreamableFile> {
  return new StreamableFile(csvOf(await begun(table)), { type: CSV, disposition: disposition(table.name, 'csv') });
}

/** As {@link csvDownload}, but a workbook. */
export async function xlsxDownload<Row>(table: Table<Row>): Promise<StreamableFile> {
  return new StreamableFile(xlsxOf(await begun(table)), { type: XLSX, disposition: disposition(table.name, 'xlsx') });
}

function disposition(name: string, ending: string): string {
  return `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.${ending}"`;
}

/** Reads the first batch before the response starts, so that an error becomes a problem and not a truncated file. */
async function begun<Row>({ batches, ...table }: Table<Row>): Promise<Table<Row>> {
  const iterator = batches[Symbol.asyncIterator]();
  const first = await iterator.next();
  async function* all(): AsyncGenerator<readonly Row[]> {
    for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { ...table, batches: all() };
}
