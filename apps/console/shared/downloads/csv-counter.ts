import type { RowCounter } from './row-counter.js';

const [QUOTE, COMMA, LINE_END] = [0x22, 0x2c, 0x0a];
/** Keys of records are shorter. */
const LONGEST_KEY = 64;

/** Counts what a CSV file has so far, as its pieces arrive (RFC 4180). */
export class CsvCounter implements RowCounter {
  /** Lines that have ended, the header among them. */
  private lines = 0;
  private keys = 0;
  private isQuoted = false;
  /** The first cell of the current line, as far as it has arrived; null: it is over. */
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
      else if (this.key !== null && this.key.length < LONGEST_KEY) this.key += String.fromCharCode(byte);
    }
  }

  private endKey(): void {
    if (this.key === null) return;
    if (this.lines === 0 || this.key !== this.lastKey) this.keys += 1;
    this.lastKey = this.key;
    this.key = null;
  }
}
