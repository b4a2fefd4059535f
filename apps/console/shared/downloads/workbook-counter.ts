import { DecodeUTF8, Unzip, UnzipInflate } from 'fflate';
import type { RowCounter } from './row-counter.js';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const ROW_END = '</row>';
const FIRST_CELL = /<row\b[^>]*><c\b[^>]*>.*?<[tv]\b[^>]*>([^<]*)</;

/**
 * Counts the rows and records of a workbook as the chunks of its archive arrive. The engine writes the sheets first,
 * row by row.
 */
export class WorkbookCounter implements RowCounter {
  private readonly archive: Unzip;
  private sheets = 0;
  private lines = 0;
  private keys = 0;
  private lastKey = '';
  /** The part of the current row that has arrived. */
  private rest = '';
  /**
   * False: the archive cannot be unpacked here. The file is still saved, because a spreadsheet may open it, but no
   * longer counted.
   */
  private isReadable = true;

  constructor() {
    this.archive = new Unzip((part) => {
      if (!SHEET.test(part.name)) return;
      this.sheets += 1;
      this.rest = '';
      const text = new DecodeUTF8((piece) => this.read(piece));
      part.ondata = (error, piece, isLast) => {
        if (error === null) text.push(piece, isLast);
        else this.isReadable = false;
      };
      part.start();
    });
    this.archive.register(UnzipInflate);
  }

  /** Rows that are complete. Each sheet begins with the names of its columns. */
  get rows(): number {
    return Math.max(0, this.lines - this.sheets);
  }

  get records(): number {
    return Math.max(0, this.keys - this.sheets);
  }

  add(piece: Uint8Array): void {
    if (!this.isReadable) return;
    try {
      this.archive.push(piece);
    } catch {
      this.isReadable = false;
    }
  }

  private read(piece: string): void {
    const rows = (this.rest + piece).split(ROW_END);
    this.rest = rows.pop() ?? '';
    for (const row of rows) {
      const [, key = ''] = FIRST_CELL.exec(row) ?? [];
      this.lines += 1;
      if (key !== this.lastKey) this.keys += 1;
      this.lastKey = key;
    }
  }
}
