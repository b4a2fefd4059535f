import type { StreamableFile } from '@nestjs/common';
import type { RequestScope } from '../database/index.js';
import { csvDownload, xlsxDownload } from './download.js';
import { FilesInTurn } from './files-in-turn.js';
import { type Page, pagesOf } from './pages.js';
import type { Column } from './table.js';

export type FileFormat = 'csv' | 'xlsx';

/** A list that is exported page by page. */
export interface ExportedList<Row> {
  /** The content: the name of the sheet, and of the file without its extension. */
  readonly name: string;
  readonly columns: ReadonlyArray<Column<Row>>;
  /** Reads the page after a cursor, in a transaction of its own. */
  readonly read: (cursor: string | undefined) => Promise<Page<Row>>;
}

/** Rows of a page: enough that the statements cost little, few enough to be held in memory for a slow client. */
export const EXPORT_BATCH = 1_000;

/** A file holds up to three pages in memory until its client has read them. */
const DOWNLOADS = new FilesInTurn({
  what: 'downloads of this tenant',
  total: 32,
  perKey: 8,
  reserved: 16,
  waitingPerKey: 64,
  // A place is free again in well under a second, unless clients do not read.
  waitMs: 2_000,
});

/**
 * A list as a file. Each page is read in its own transaction: no transaction stays open for a slow client, and changes
 * during the export appear in later pages.
 * @throws TooManyRequests
 */
export function listDownload<Row>(
  scope: RequestScope,
  format: FileFormat,
  { name, columns, read }: ExportedList<Row>,
): Promise<StreamableFile> {
  // The draining socket requests later pages, outside of the request's scope.
  const tenant = scope.tenant;
  const table = { name, columns, batches: pagesOf((cursor) => scope.run(tenant, () => read(cursor))) };
  return DOWNLOADS.send(scope, () => (format === 'csv' ? csvDownload(table) : xlsxDownload(table)));
}
