/** The encodings of text that an import reads. */
export type TextEncoding = 'utf-8' | 'windows-1252';

/** Bytes that Windows-1252 leaves undefined, and NUL, which UTF-16 is full of. */
const NEVER_IN_WINDOWS_1252 = new Set([0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Recognises the encoding of a text as it arrives: UTF-8, or Windows-1252, in which spreadsheets save a CSV file. A
 * text that has characters of UTF-8 besides invalid bytes is damaged UTF-8, and not taken for Windows-1252.
 */
export class EncodingProbe {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private length = 0;
  private hasUtf8Characters = false;
  /** The position of the first byte that is not UTF-8; null: all are. */
  private invalidAt: number | null = null;
  private isWindows1252 = true;

  add(chunk: Buffer): void {
    if (this.invalidAt === null) this.checkUtf8(chunk);
    if (this.invalidAt !== null && chunk.some((byte) => NEVER_IN_WINDOWS_1252.has(byte))) this.isWindows1252 = false;
    this.length += chunk.length;
  }

  /** @returns null if it is neither, and the position of the first byte that is not UTF-8 */
  end(): { readonly encoding: TextEncoding } | { readonly encoding: null; readonly invalidAt: number } {
    if (this.invalidAt === null && !this.decodes(undefined)) return { encoding: null, invalidAt: this.length };
    if (this.invalidAt === null) return { encoding: 'utf-8' };
    return this.isWindows1252 && !this.hasUtf8Characters
      ? { encoding: 'windows-1252' }
      : { encoding: null, invalidAt: this.invalidAt };
  }

  private checkUtf8(chunk: Buffer): void {
    if (this.decodes(chunk)) {
      this.hasUtf8Characters ||= chunk.some((byte) => byte >= 0x80);
      return;
    }
    this.invalidAt = this.length;
    const [valid = ''] = new TextDecoder('utf-8').decode(chunk).split('\ufffd', 1);
    this.hasUtf8Characters ||= /[^\0-\x7f]/.test(valid);
  }

  private decodes(chunk: Buffer | undefined): boolean {
    try {
      this.utf8.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  }
}
