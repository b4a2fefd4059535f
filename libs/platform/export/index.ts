export { CSV, XLSX, csvDownload, xlsxDownload } from './download.js';
export { PDF, pdfDownload } from './pdf/pdf-download.js';
export type { PdfColumn, PdfWriter } from './pdf/pdf-writer.js';
export { pagesOf, patiently } from './pages.js';
export type { Cell, Column } from './table.js';
