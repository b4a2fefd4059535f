import { isUtf8 } from 'node:buffer';
import { CommandError } from '../report.js';
import { type FoundEvent, eventsOfLine, eventsOfText, standsAlone } from './parse-events.js';

/** An event, and the share of its input that was read: 0 to 1, or null if the size is unknown. */
export type PlacedEvent = FoundEvent & { readonly share: number | null };

const NEWLINE = 0x0a;

/**
 * Reads events from bytes as they arrive. NDJSON is read line by line: a file may be larger than the memory, and the
 * lines of a pipe are sent as they arrive. Every other format (see `eventsOfText`) is read to its end first.
 * @param size in bytes, if it is known
 * @throws CommandError
 */
export async function* readEvents(chunks: AsyncIterable<Buffer>, size: number | null): AsyncGenerator<PlacedEvent> {
  /** The lines so far of an input that is not NDJSON, or not yet known to be. */
  let whole: string[] | null = [];
  for await (const { bytes, line, end } of linesOf(chunks)) {
    const text = textOf(bytes, line);
    if (whole?.every(isBlank) && text !== null && standsAlone(text)) whole = null;
    if (whole === null)
      for (const event of eventsIn(text, line)) yield { ...event, share: size === null ? null : end / size };
    else if (text === null)
      throw new CommandError(`line ${line} is not UTF-8 text: nothing is sent`, { code: 'not_utf8', line });
    else whole.push(text);
  }
  const events = whole === null || whole.every(isBlank) ? [] : eventsOfText(whole.join('\n'));
  for (const [index, event] of events.entries()) yield { ...event, share: (index + 1) / events.length };
}

function eventsIn(text: string | null, line: number): FoundEvent[] {
  return text === null ? [{ line, problem: 'not UTF-8 text' }] : eventsOfLine(text, line);
}

/** A line without the byte order mark of the file; null if it is not UTF-8. */
function textOf(bytes: Buffer, line: number): string | null {
  if (!isUtf8(bytes)) return null;
  const text = bytes.toString('utf8');
  return line === 1 ? text.replace(/^\u{FEFF}/u, '') : text;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

interface Line {
  readonly bytes: Buffer;
  readonly line: number;
  /** The end of the line, in bytes from the start of the input. */
  readonly end: number;
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let line = 0;
  let read = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
      pieces.push(chunk.subarray(start, at));
      start = at + 1;
      yield { bytes: Buffer.concat(pieces), line: ++line, end: read + start };
      pieces = [];
    }
    pieces.push(chunk.subarray(start));
    read += chunk.length;
  }
  const rest = Buffer.concat(pieces);
  if (rest.length > 0) yield { bytes: rest, line: ++line, end: read };
}
