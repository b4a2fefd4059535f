import { CsvCounter } from './csv-counter.js';
import type { RowCounter } from './row-counter.js';
import { XLSX } from './xlsx.js';

/** How much of a file has arrived. */
export interface Progress {
  readonly bytes: number;
  /** Complete rows of a CSV file or a workbook; null: it is another kind. */
  readonly rows: number | null;
  /** Records that the rows are of: a person has a row for each reason. Null: it is another kind. */
  readonly records: number | null;
  /** From 0 to 1, where the engine says how long the file is. */
  readonly share: number | null;
}

export const NOTHING_YET: Progress = { bytes: 0, rows: null, records: null, share: null };

/** The engine, or something between, ended the answer before the file was complete. */
export class FileCutShort extends Error {
  override readonly name = 'FileCutShort';
}

/** So many bytes are handed to the browser at once, which keeps large files on the disk, and not in the page's memory. */
const FOLDED_BYTES = 1024 * 1024;

/** Reads an answer to its end as a file. @throws FileCutShort if it has no end, or is given up */
export async function readFile(
  response: Response & { readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null },
  onProgress: (progress: Progress) => void,
): Promise<Blob> {
  const type = response.headers.get('content-type') ?? '';
  const length = lengthOf(response);
  const counter = await counterOf(type);
  const folded: Blob[] = [];
  let pieces: Array<Uint8Array<ArrayBuffer>> = [];
  let [bytes, unfolded] = [0, 0];
  const reader = response.body?.getReader();
  const read = (): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> | undefined =>
    reader?.read().catch((cause: unknown) => {
      throw new FileCutShort('the file was cut short', { cause });
    });
  for (let next = await read(); next?.done === false; next = await read()) {
    pieces.push(next.value);
    bytes += next.value.byteLength;
    unfolded += next.value.byteLength;
    counter?.add(next.value);
    if (unfolded >= FOLDED_BYTES) {
      folded.push(new Blob(pieces));
      [pieces, unfolded] = [[], 0];
    }
    onProgress({
      bytes,
      rows: counter?.rows ?? null,
      records: counter?.records ?? null,
      share: length === null ? null : Math.min(1, bytes / length),
    });
  }
  return new Blob([...folded, ...pieces], { type });
}

/** Null: what has arrived of this kind of file cannot be counted. */
async function counterOf(type: string): Promise<RowCounter | null> {
  if (type.startsWith('text/csv')) return new CsvCounter();
  // It imports the code that unpacks archives.
  if (type === XLSX) return new (await import('./workbook-counter.js')).WorkbookCounter();
  return null;
}

/** In bytes as they are read: unknown if they are sent compressed. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? 0);
  return length > 0 && !headers.has('content-encoding') ? length : null;
}

/** The name that the engine gives the file. */
export function nameOf({ headers, url }: Response): string {
  const [, name] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  return name ?? new URL(url).pathname.split('/').at(-1) ?? 'export';
}
