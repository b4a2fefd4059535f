import type { Readable } from 'node:stream';
import { Invalid } from '#platform/errors';

/** One line: an object, or null where it is none; its number counts from 1. */
export interface NdjsonRow {
  readonly row: number;
  readonly object: Readonly<Record<string, unknown>> | null;
}

const LONGEST_LINE = 64 * 1024;

/** The objects of a body of lines; blank lines count and are left out. @throws Invalid where a line has no end */
export async function* ndjsonRows(text: Readable): AsyncGenerator<NdjsonRow> {
  let row = 0;
  for await (const line of linesOf(text)) {
    row++;
    if (line.trim() !== '') yield { row, object: objectOf(line) };
  }
}

/** Only the line feed ends a line: text inside JSON may hold every other separator. */
async function* linesOf(text: Readable): AsyncGenerator<string> {
  let rest = '';
  let lines = 0;
  for await (const chunk of text) {
    const parts = (rest + String(chunk)).split('\n');
    const tooLong = parts.findIndex((part) => part.length > LONGEST_LINE);
    if (tooLong !== -1) {
      const message = `line ${lines + tooLong + 1} is longer than ${LONGEST_LINE / 1024} KiB`;
      throw new Invalid([{ field: 'body', message }]);
    }
    rest = parts.pop() ?? '';
    lines += parts.length;
    yield* parts;
  }
  if (rest !== '') yield rest;
}

const BOM = '\ufeff';

function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line.startsWith(BOM) ? line.slice(1) : line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
