import type { Readable } from 'node:stream';
import { Invalid } from '#platform/errors';
import { type JsonObject, isJsonObject } from '#platform/json';

/** One line: its number, from 1, and its object; null if the line is not a JSON object. */
export interface NdjsonRow {
  readonly row: number;
  readonly object: JsonObject | null;
}

const MAX_LINE_LENGTH = 64 * 1024;

/** Parses NDJSON. Blank lines are counted and skipped. @throws Invalid if a line is too long */
export async function* ndjsonRows(text: Readable): AsyncGenerator<NdjsonRow> {
  let row = 0;
  for await (const line of linesOf(text)) {
    row++;
    if (line.trim() !== '') yield { row, object: objectOf(line) };
  }
}

/** Splits at line feeds only: text inside JSON may contain every other separator. */
async function* linesOf(text: Readable): AsyncGenerator<string> {
  let rest = '';
  let lines = 0;
  for await (const chunk of text) {
    const parts = (rest + String(chunk)).split('\n');
    const tooLong = parts.findIndex((part) => part.length > MAX_LINE_LENGTH);
    if (tooLong !== -1) {
      const message = `line ${lines + tooLong + 1} is longer than ${MAX_LINE_LENGTH / 1024} KiB`;
      throw new Invalid([{ field: 'body', message }]);
    }
    rest = parts.pop() ?? '';
    lines += parts.length;
    yield* parts;
  }
  if (rest !== '') yield rest;
}

const BOM = '\ufeff';

function objectOf(line: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(line.startsWith(BOM) ? line.slice(1) : line);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
