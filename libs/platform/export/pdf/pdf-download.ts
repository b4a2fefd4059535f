import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { mustYield, yieldToEventLoop } from '../../lifecycle/index.js';
import type { ReaderWait } from '../reader-wait.js';
import type { PdfWriter } from './pdf-writer.js';

export const PDF = 'application/pdf';

/** The connection is closed if the client reads nothing for this time, because other documents wait for the place. */
const STALLED_MS = 60_000;

export interface PdfFile {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly title: string;
  /** Writes the document, and yields whenever the completed part may be sent. */
  readonly write: (pdf: PdfWriter) => AsyncIterable<void>;
  /** Records how long the document waits for its client. */
  readonly wait: ReaderWait;
}

/**
 * Sends a document while it is written: the next part is written when the client has read the previous one, and nothing
 * more after the client has disconnected. An error closes the connection, so that no client mistakes a part for the
 * whole document.
 */
export function pdfDownload(file: PdfFile): StreamableFile {
  const stream: Readable = Readable.from(
    bytesOf(file, () => void stream.destroy(new Error('the client has read nothing for a minute'))),
    { objectMode: false },
  );
  return new StreamableFile(stream, { type: PDF, disposition: `attachment; filename="${file.name}.pdf"` });
}

async function* bytesOf({ title, write, wait }: PdfFile, giveUp: () => void): AsyncGenerator<Buffer> {
  // Loaded for the first document: pdfkit is large, and most processes never write one.
  const { PdfWriter: Writer } = await import('./pdf-writer.js');
  const pdf = new Writer(title);
  for await (const _ of write(pdf)) {
    yield* taken(pdf, wait, giveUp);
    if (mustYield()) await yieldToEventLoop();
  }
  pdf.end();
  yield* taken(pdf, wait, giveUp);
}

/** @param giveUp called if the client does not read a part in time */
function* taken(pdf: PdfWriter, wait: ReaderWait, giveUp: () => void): Generator<Buffer> {
  for (let bytes = pdf.take(); bytes !== null; bytes = pdf.take()) {
    const timer = setTimeout(giveUp, STALLED_MS);
    wait.begin();
    try {
      yield bytes;
    } finally {
      wait.end();
      clearTimeout(timer);
    }
  }
}
