import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Invalid, Problem, Unavailable } from '#platform/errors';
import type { InFlightBodies, InFlightBody, RowFormat, RowsFile } from '#platform/http';
import { errorOf, messageOf } from '#platform/thrown';
import { EncodingProbe, type TextEncoding } from './text-encoding.js';

/** The part of a file in which the delimiter is detected; it contains the header of any table. */
const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 16 * 1024;

const SIGNATURE_BYTES = 4;
const ZIP_SIGNATURE = Buffer.from('504b0304', 'hex');
/** Of XLS, and of an XLSX that is protected by a password. */
const OLE_SIGNATURE = Buffer.from('d0cf11e0', 'hex');

/**
 * A request body spooled to disk, so that a slow sender holds no transaction open and the body can be read again. The
 * file is unlinked at once, so that it disappears with the process.
 */
export class SpooledBody {
  private length = 0;
  private readonly space: InFlightBody;
  private readonly dropping = new AbortController();
  private encoding: TextEncoding = 'utf-8';

  private constructor(
    readonly file: FileHandle,
    /** As its bytes show, if they do; else as declared. */
    public format: RowFormat,
    network: () => string,
    files: InFlightBodies,
  ) {
    this.space = files.begin(
      { network, tenantId: null },
      () => this.dropping.abort(new Unavailable('running imports use all of the disk space for imports')),
      // Slow connections are closed by who reads from them.
      () => ({ received: this.length, readerIsBehind: true }),
    );
  }

  /**
   * Writes a body to the disk as it arrives, in bounded memory.
   * @throws Problem if it is too large or ends too early
   * @throws Invalid if it is neither text in a known encoding nor a workbook
   * @throws Unavailable if faster senders need the disk space for imports, or the disk is full
   * @param network of the sender
   * @param files all files on the disk, whose size is limited together
   */
  static async receive(
    { stream, format }: RowsFile,
    maxBytes: number,
    network: () => string,
    files: InFlightBodies,
  ): Promise<SpooledBody> {
    const body = new SpooledBody(await onDisk(openUnlinkedFile()), format, network, files);
    try {
      await body.write(stream, maxBytes);
      body.space.complete();
      return body;
    } catch (error) {
      await body.close();
      throw error;
    }
  }

  /** The text at the start. */
  async head(): Promise<string> {
    const { buffer, bytesRead } = await this.file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    return new TextDecoder(this.encoding).decode(buffer.subarray(0, bytesRead));
  }

  /** The whole text, from the beginning. */
  text(): Readable {
    // Small chunks, because a parser processes each one synchronously.
    const options = { start: 0, autoClose: false, highWaterMark: CHUNK_BYTES };
    return this.encoding === 'utf-8'
      ? this.file.createReadStream({ ...options, encoding: 'utf8' })
      : Readable.from(decoded(this.file.createReadStream(options), this.encoding));
  }

  close(): Promise<void> {
    this.space.release();
    return this.file.close();
  }

  private async write(stream: RowsFile['stream'], maxBytes: number): Promise<void> {
    const probe = new EncodingProbe();
    for await (const chunk of chunksOf(stream, this.dropping.signal)) {
      this.dropping.signal.throwIfAborted();
      this.length += chunk.length;
      if (this.length > maxBytes)
        throw new Problem(
          413,
          'payload_too_large',
          `an import has at most ${maxBytes / 1024 / 1024} MiB: send it in parts`,
        );
      this.space.receive(chunk.length, chunk.length);
      probe.add(chunk);
      // Unlike `write`, which may write only a part when the disk is full.
      await onDisk(this.file.writeFile(chunk));
    }
    await this.recognise(probe);
  }

  private async recognise(probe: EncodingProbe): Promise<void> {
    const { buffer } = await this.file.read({ buffer: Buffer.alloc(SIGNATURE_BYTES), position: 0 });
    if (buffer.equals(OLE_SIGNATURE))
      throw new Invalid([{ field: 'body', message: 'is an old or protected workbook: save it as XLSX, or as CSV' }]);
    const isWorkbook = buffer.equals(ZIP_SIGNATURE);
    if (!isWorkbook && this.format === 'xlsx') throw new Invalid([{ field: 'body', message: 'is no workbook (XLSX)' }]);
    if (isWorkbook) this.format = 'xlsx';
    else this.encoding = encodingOf(probe, this.format);
  }
}

/** @throws Unavailable: the client cannot correct it, and nothing is written yet */
async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Unavailable(`the file of an import cannot be written: ${messageOf(error)}`);
  }
}

async function openUnlinkedFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `import-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

/**
 * Does not destroy the stream when the loop ends early, but reads and discards the rest: the client would get a broken
 * connection instead of the response.
 * @param dropping aborted if the rest must not be waited for
 */
async function* chunksOf(stream: Readable, dropping: AbortSignal): AsyncGenerator<Buffer> {
  const chunks = stream.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const next = await unlessAborted(chunks.next(), dropping);
      if (next.done === true) return;
      yield next.value as Buffer;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'bad_request', 'the body ended too early');
  } finally {
    void chunks.return?.().then(
      () => stream.resume(),
      () => undefined,
    );
  }
}

/**
 * Rejects with the signal's reason once it is aborted. `Promise.race` with one promise for the whole body would keep
 * each chunk in memory until the end.
 */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(errorOf(signal.reason));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** A text in an encoding of one byte a character. */
async function* decoded(bytes: AsyncIterable<Buffer>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
}

/** JSON is UTF-8 (RFC 8259, section 8.1). @throws Invalid if the text is in no encoding that an import reads */
function encodingOf(probe: EncodingProbe, format: RowFormat): TextEncoding {
  const found = probe.end();
  if (found.encoding === 'utf-8' || (found.encoding !== null && format === 'csv')) return found.encoding;
  const where = found.encoding === null ? ` (around byte ${found.invalidAt}), nor Windows-1252 ("ANSI")` : '';
  throw new Invalid([{ field: 'body', message: `is not UTF-8${where}: save the file as "CSV UTF-8"` }]);
}
