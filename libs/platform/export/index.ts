export { CSV, XLSX } from './download.js';
export { FilesInTurn } from './files-in-turn.js';
export { EXPORT_BATCH, type FileFormat, listDownload } from './list-download.js';
export { PDF, pdfDownload } from './pdf/pdf-download.js';
export type { PdfColumn, PdfWriter } from './pdf/pdf-writer.js';
export { retryRead } from './pages.js';
export type { ReaderWait } from './reader-wait.js';
export { type Column, dateCell, timeCell } from './table.js';
