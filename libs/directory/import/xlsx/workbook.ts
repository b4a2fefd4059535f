import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Entry, RandomAccessReader, type ZipFile, fromRandomAccessReaderPromise } from 'yauzl';
import { Invalid } from '#platform/errors';

/** Entries of the archive; Excel writes some ten for a table. */
const MAX_ENTRIES = 2_000;
const MIB = 1024 * 1024;
/** Bytes of XML that are unpacked of one workbook: ten million cells have about 400 MiB. */
const MAX_UNPACKED_BYTES = 512 * MIB;

/** Characters of a cell, as in Excel: a small file can refer to one text from a million cells. */
export const MAX_CELL_LENGTH = 32_767;

/** The parts of an XLSX file (ECMA-376), unpacked one at a time, as they are read. */
export class Workbook {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Invalid if the file is no ZIP archive, or has too many entries */
  static async open(file: FileHandle): Promise<Workbook> {
    try {
      const { size } = await file.stat();
      const zip = await fromRandomAccessReaderPromise(new FileReader(file), size, { autoClose: false });
      if (zip.entryCount > MAX_ENTRIES) throw unreadable(`has more than ${MAX_ENTRIES} entries`);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
      return new Workbook(zip, entries);
    } catch (error) {
      throw error instanceof Invalid ? error : unreadable('is damaged');
    }
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /** The bytes of a part, counted as they are unpacked, whatever the archive declares. @throws Invalid */
  async *part(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path.toLowerCase());
    if (entry === undefined) throw unreadable(`has no ${path.slice(0, 100)}`);
    if (entry.isEncrypted()) throw unreadable('is protected by a password');
    let stream: Readable | null = null;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.unpacked += chunk.length;
        if (this.unpacked > MAX_UNPACKED_BYTES)
          throw unreadable(`unpacks to more than ${MAX_UNPACKED_BYTES / MIB} MiB: send it in parts`);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof Invalid ? error : unreadable('is damaged');
    } finally {
      stream?.destroy();
    }
  }
}

/** What is wrong with a workbook as a whole. It never repeats what is in the file. */
export function unreadable(message: string): Invalid {
  return new Invalid([{ field: 'body', message: `the workbook ${message}` }]);
}

const CHUNK_BYTES = 64 * 1024;

/** Reads the spooled file, which stays open: a stream of the file handle closes it when it is destroyed. */
class FileReader extends RandomAccessReader {
  constructor(private readonly file: FileHandle) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.bytes(start, end), { objectMode: false });
  }

  private async *bytes(start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end;) {
      const length = Math.min(CHUNK_BYTES, end - position);
      const { buffer, bytesRead } = await this.file.read({ buffer: Buffer.alloc(length), length, position });
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}
