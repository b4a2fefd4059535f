export { CSV, XLSX, csvDownload, xlsxDownload } from './download.js';
export type { Column } from './table.js';
