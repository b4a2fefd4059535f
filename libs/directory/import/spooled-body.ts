import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Invalid, Problem } from '#platform/errors';

/** A million workers take about 100 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** What of a file is looked at to tell how it is written: the header of any table fits in. */
const HEAD_BYTES = 64 * 1024;

/**
 * A body on disk: a sender that is slow holds no transaction, and what is read twice need not be sent twice. The file has no
 * name, so that it is gone with the process, whatever happens.
 */
export class SpooledBody {
  private constructor(private readonly file: FileHandle) {}

  /** Takes a body down as it comes, in bounded memory. @throws Problem where it is too large or broken off, Invalid where it is not UTF-8 */
  static async receive(stream: Readable): Promise<SpooledBody> {
    const body = new SpooledBody(await openNameless());
    try {
      await body.takeDown(stream);
      return body;
    } catch (error) {
      await body.close();
      throw error;
    } finally {
      // What more comes is read and forgotten, so that the sender gets to see the answer.
      stream.resume();
    }
  }

  /** The text of the beginning. */
  async head(): Promise<string> {
    const { buffer, bytesRead } = await this.file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    return buffer.toString('utf8', 0, bytesRead);
  }

  /** The whole text, from the beginning. */
  text(): Readable {
    return this.file.createReadStream({ start: 0, autoClose: false, encoding: 'utf8' });
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async takeDown(stream: Readable): Promise<void> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let length = 0;
    for await (const chunk of chunksOf(stream)) {
      length += chunk.length;
      if (length > MAX_BYTES) throw new Problem(413, 'payload_too_large', `an import has at most ${MAX_BYTES / 1024 / 1024} MiB: send it in parts`);
      demandUtf8(() => decoder.decode(chunk, { stream: true }), length - chunk.length);
      await this.file.write(chunk);
    }
    demandUtf8(() => decoder.decode(), length);
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `import-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

/** The stream outlives the loop: destroyed with it, the sender would see a broken connection instead of the answer. */
async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    throw new Problem(400, 'bad_request', 'the body broke off before its end');
  }
}

function demandUtf8(decode: () => unknown, offset: number): void {
  try {
    decode();
  } catch {
    const message = `is not UTF-8 (around byte ${offset}): save the file as "CSV UTF-8"; Windows-1252 ("ANSI") and UTF-16 are not read`;
    throw new Invalid([{ field: 'body', message }]);
  }
}
