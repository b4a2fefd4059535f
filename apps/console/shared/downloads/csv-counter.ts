import type { RowCounter } from './row-counter.js';

const [QUOTE, COMMA, LINE_END] = [0x22, 0x2c, 0x0a];
/** Keys of records are shorter. */
const MAX_KEY_LENGTH = 64;

/** Counts the rows and records of a CSV file as its chunks arrive (RFC 4180). */
export class CsvCounter implements RowCounter {
  /** Complete lines, including the header. */
  private lines = 0;
  private keys = 0;
  private isQuoted = false;
  /** The part of the first cell of the current line that has arrived; null: the cell is complete. */
  private key: string | null = '';
  private lastKey = '';

  get rows(): number {
    return Math.max(0, this.lines - 1);
  }

  get records(): number {
    return Math.max(0, this.keys - 1);
  }

  add(piece: Uint8Array): void {
    for (const byte of piece) {
      if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      else if (this.isQuoted) continue;
      else if (byte === LINE_END) {
        this.endKey();
        this.lines += 1;
        this.key = '';
      } else if (byte === COMMA) this.endKey();
      else if (this.key !== null && this.key.length < MAX_KEY_LENGTH) this.key += String.fromCharCode(byte);
    }
  }

  private endKey(): void {
    if (this.key === null) return;
    if (this.lines === 0 || this.key !== this.lastKey) this.keys += 1;
    this.lastKey = this.key;
    this.key = null;
  }
}
