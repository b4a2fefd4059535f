/** The encodings of text that an import reads. */
export type TextEncoding = 'utf-8' | 'windows-1252';

/** Bytes that Windows-1252 leaves undefined, and NUL, which UTF-16 is full of. */
const NEVER_IN_WINDOWS_1252 = new Set([0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Does not remove a byte order mark, which is a character of UTF-8. */
const KEEPS_MARK = { ignoreBOM: true } as const;

/**
 * The first bytes of the accented letters of UTF-8. At the end of a text, one is rather the half of such a letter than
 * one of the capital letters that it is in Windows-1252 (Â, Ã).
 */
const HALF_LETTERS = new Set([0xc2, 0xc3]);

/** The most bytes that a character of UTF-8 has before its last one. */
const MAX_LEADING_BYTES = 3;

/**
 * Recognises the encoding of a text as it arrives: UTF-8, or Windows-1252, in which spreadsheets save a CSV file. A
 * text that has characters of UTF-8 besides invalid bytes is damaged UTF-8, and not taken for Windows-1252.
 */
export class EncodingProbe {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ...KEEPS_MARK });
  private length = 0;
  private hasUtf8Characters = false;
  /** The position of the first byte that is not UTF-8; null: all are. */
  private invalidAt: number | null = null;
  private isWindows1252 = true;
  private lastBytes: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    if (this.invalidAt === null) this.checkUtf8(chunk);
    if (this.invalidAt !== null) this.checkWindows1252(chunk);
    this.length += chunk.length;
    this.lastBytes = chunk.subarray(-MAX_LEADING_BYTES);
  }

  /** @returns null if it is neither, and the position of the first byte that is not UTF-8 */
  end(): { readonly encoding: TextEncoding } | { readonly encoding: null; readonly invalidAt: number } {
    if (this.invalidAt === null && this.decoded(undefined) === null) {
      this.invalidAt = this.length;
      this.checkWindows1252(this.lastBytes);
      this.isWindows1252 &&= !HALF_LETTERS.has(this.lastBytes.at(-1) ?? 0);
    }
    if (this.invalidAt === null) return { encoding: 'utf-8' };
    return this.isWindows1252 && !this.hasUtf8Characters
      ? { encoding: 'windows-1252' }
      : { encoding: null, invalidAt: this.invalidAt };
  }

  private checkUtf8(chunk: Buffer): void {
    const text = this.decoded(chunk);
    if (text === null) this.invalidAt = this.length;
    const [valid = ''] = text === null ? new TextDecoder('utf-8', KEEPS_MARK).decode(chunk).split('\ufffd', 1) : [text];
    this.hasUtf8Characters ||= /[^\0-\x7f]/.test(valid);
  }

  private checkWindows1252(bytes: Buffer): void {
    this.isWindows1252 &&= !bytes.some((byte) => NEVER_IN_WINDOWS_1252.has(byte));
  }

  /** The complete characters so far; null if the bytes are not UTF-8. @param chunk undefined: the text ends */
  private decoded(chunk: Buffer | undefined): string | null {
    try {
      return this.utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      return null;
    }
  }
}
