import { CsvCounter } from './csv-counter.js';
import type { RowCounter } from './row-counter.js';
import { XLSX } from './xlsx.js';

/** How much of a file has arrived. */
export interface Progress {
  readonly bytes: number;
  /** Complete rows of a CSV file or a workbook; null: it is another kind. */
  readonly rows: number | null;
  /** Records that the rows belong to: a person has a row for each reason. Null: it is another kind. */
  readonly records: number | null;
  /** From 0 to 1; null: the engine does not send the length of the file. */
  readonly share: number | null;
}

export const NOTHING_YET: Progress = { bytes: 0, rows: null, records: null, share: null };

/** The engine or a proxy closed the response before the file was complete. */
export class FileCutShort extends Error {
  override readonly name = 'FileCutShort';
}

/** Chunks are combined to a Blob of this size: browsers keep Blobs on the disk, and not in the memory of the page. */
const BLOB_BYTES = 1024 * 1024;

/** Reads a response as a file. @throws FileCutShort if the response ends early, or is cancelled */
export async function readFile(
  response: Response & { readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null },
  onProgress: (progress: Progress) => void,
): Promise<Blob> {
  const type = response.headers.get('content-type') ?? '';
  const length = lengthOf(response);
  const counter = await counterOf(type);
  const blobs: Blob[] = [];
  let chunks: Array<Uint8Array<ArrayBuffer>> = [];
  let [bytes, chunkBytes] = [0, 0];
  const reader = response.body?.getReader();
  const read = (): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> | undefined =>
    reader?.read().catch((cause: unknown) => {
      throw new FileCutShort('the file was cut short', { cause });
    });
  for (let next = await read(); next?.done === false; next = await read()) {
    chunks.push(next.value);
    bytes += next.value.byteLength;
    chunkBytes += next.value.byteLength;
    counter?.add(next.value);
    if (chunkBytes >= BLOB_BYTES) {
      blobs.push(new Blob(chunks));
      [chunks, chunkBytes] = [[], 0];
    }
    onProgress({
      bytes,
      rows: counter?.rows ?? null,
      records: counter?.records ?? null,
      share: length === null ? null : Math.min(1, bytes / length),
    });
  }
  return new Blob([...(isCsv(type) ? [BYTE_ORDER_MARK] : []), ...blobs, ...chunks], { type });
}

/**
 * Without it, Excel reads UTF-8 as Windows-1252, and shows names with accents garbled. The API sends none, because
 * programs would read it as a part of the first heading.
 */
const BYTE_ORDER_MARK = '\uFEFF';

function isCsv(type: string): boolean {
  return type.startsWith('text/csv');
}

/** Null: files of this type cannot be counted. */
async function counterOf(type: string): Promise<RowCounter | null> {
  if (isCsv(type)) return new CsvCounter();
  // Loaded on demand, because it imports the code that unpacks archives.
  if (type === XLSX) return new (await import('./workbook-counter.js')).WorkbookCounter();
  return null;
}

/** The length of the file in bytes; null: it is not sent, or the response is compressed. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? 0);
  return length > 0 && !headers.has('content-encoding') ? length : null;
}

/** The name that the engine gives the file. */
export function nameOf({ headers, url }: Response): string {
  const [, name] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  return name ?? new URL(url).pathname.split('/').at(-1) ?? 'export';
}
