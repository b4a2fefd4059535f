import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Invalid, Problem, Unavailable } from '#platform/errors';

/**
 * Size of all spooled files of this process together; a tenant has one at a time. docs/security.md says how large
 * /tmp must be.
 */
const MAX_SPOOLED_BYTES = 768 * 1024 * 1024;

let spooledBytes = 0;

/** The part of a file in which the delimiter is detected; it contains the header of any table. */
const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 16 * 1024;

/**
 * A request body spooled to disk, so that a slow sender holds no transaction open and the body can be read again. The file
 * is unlinked at once, so that it disappears with the process.
 */
export class SpooledBody {
  private length = 0;

  private constructor(private readonly file: FileHandle) {}

  /**
   * Writes a body to the disk as it arrives, in bounded memory.
   * @throws Problem if it is too large or ends too early
   * @throws Invalid if it is not UTF-8
   * @throws Unavailable if other imports use all of the disk space for imports
   */
  static async receive(stream: Readable, mostBytes: number): Promise<SpooledBody> {
    const body = new SpooledBody(await openUnlinkedFile());
    try {
      await body.write(stream, mostBytes);
      return body;
    } catch (error) {
      await body.close();
      throw error;
    } finally {
      // Reads and discards the rest, so that the client receives the response.
      stream.resume();
    }
  }

  /** The text at the start. */
  async head(): Promise<string> {
    const { buffer, bytesRead } = await this.file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    return buffer.toString('utf8', 0, bytesRead);
  }

  /** The whole text, from the beginning. */
  text(): Readable {
    // Small chunks, because a parser processes each one synchronously.
    return this.file.createReadStream({ start: 0, autoClose: false, encoding: 'utf8', highWaterMark: CHUNK_BYTES });
  }

  close(): Promise<void> {
    spooledBytes -= this.length;
    this.length = 0;
    return this.file.close();
  }

  private async write(stream: Readable, mostBytes: number): Promise<void> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of chunksOf(stream)) {
      this.length += chunk.length;
      spooledBytes += chunk.length;
      if (this.length > mostBytes)
        throw new Problem(
          413,
          'payload_too_large',
          `an import has at most ${mostBytes / 1024 / 1024} MiB: send it in parts`,
        );
      if (spooledBytes > MAX_SPOOLED_BYTES)
        throw new Unavailable('running imports use all of the disk space for imports');
      demandUtf8(() => decoder.decode(chunk, { stream: true }), this.length - chunk.length);
      await this.file.write(chunk);
    }
    demandUtf8(() => decoder.decode(), this.length);
  }
}

async function openUnlinkedFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `import-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

/**
 * Does not destroy the stream when the loop ends early: the client would get a broken connection instead of the
 * response.
 */
async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    throw new Problem(400, 'bad_request', 'the body ended too early');
  }
}

function demandUtf8(decode: () => unknown, offset: number): void {
  try {
    decode();
  } catch {
    const message = `is not UTF-8 (around byte ${offset}): save the file as "CSV UTF-8"; Windows-1252 ("ANSI") and UTF-16 are not supported`;
    throw new Invalid([{ field: 'body', message }]);
  }
}
