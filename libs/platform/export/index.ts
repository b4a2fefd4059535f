export { CSV, XLSX, csvDownload, xlsxDownload } from './download.js';
export { pagesOf } from './pages.js';
export type { Cell, Column } from './table.js';
