import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { messageOf } from '#platform/thrown';
import { CommandError } from '../report.js';

/** A source of events as bytes. */
export interface Input {
  readonly chunks: AsyncIterable<Buffer>;
  /** The size in bytes; null if it is unknown. */
  readonly size: number | null;
  /** Ends reading, even from an idle pipe. */
  close(): void;
}

/** Opens the file of `--file`, relative to the user's working folder, or stdin for `-`. @throws CommandError */
export function openFile(name: string, workingFolder: string): Input {
  if (name === '-') return inputOf(process.stdin, null, 'stdin');
  const path = resolve(workingFolder, name);
  try {
    const stats = statSync(path);
    // A pipe, for example of `--file <(…)`, has no meaningful size.
    return inputOf(createReadStream(path), stats.isFile() ? stats.size : null, path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The text of `--event` as an input. */
export function textInput(text: string): Input {
  const bytes = Buffer.from(text);
  return { chunks: inputChunks([bytes]), size: bytes.length, close: () => undefined };
}

function inputOf(stream: Readable, size: number | null, name: string): Input {
  return { chunks: chunksOf(stream, name), size, close: () => stream.destroy() };
}

async function* chunksOf(stream: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) if (chunk instanceof Buffer) yield chunk;
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function* inputChunks(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
};

function unreadable(name: string, error: unknown): CommandError {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return new CommandError(`${name} cannot be read: ${REASONS[code] ?? messageOf(error)}`, { code: 'unreadable' });
}
