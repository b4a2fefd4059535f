import { fork } from 'node:child_process';
import { Unavailable } from '#platform/errors';
import { isStorable } from '#platform/text';
import type { MediaType } from '../document.entity.js';
import { UnreadableDocument } from '../document.errors.js';
import type { NewPassage } from './split-passages.js';

/** Limits of a file, in milliseconds. */
interface TimeLimits {
  /** Of the processor, for all threads of the process. */
  readonly cpuMs: number;
  /** By the clock: a busy machine gives the process little of the processor, which is not the fault of the file. */
  readonly totalMs: number;
}

const LIMITS: TimeLimits = { cpuMs: 20_000, totalMs: 120_000 };

/** A document that was read. */
export interface ParsedDocument {
  readonly passages: readonly NewPassage[];
  /** The pages of a PDF that have no text, such as scanned ones, from 1. */
  readonly pagesWithoutText: readonly number[];
}

export type Outcome = ParsedDocument | { readonly refused: string };

/**
 * Reads a file in a process of its own, with bounds on its time and memory, so that an error or an endless loop does
 * not affect the engine. A thread is not enough: where a single allocation exceeds its bound, V8 ends the process.
 * @throws UnreadableDocument, Unavailable
 */
export async function parseDocument(
  bytes: Buffer,
  mediaType: MediaType,
  limits: Partial<TimeLimits> = {},
): Promise<ParsedDocument> {
  const outcome = await inProcess(bytes, mediaType, { ...LIMITS, ...limits });
  if ('refused' in outcome) throw new UnreadableDocument(outcome.refused);
  const passages = outcome.passages
    .map(({ section, text }) => ({ section: storable(section), text: storable(text) }))
    .filter(({ text }) => text !== '');
  if (passages.length === 0) throw new UnreadableDocument('has no text');
  return { passages, pagesWithoutText: outcome.pagesWithoutText };
}

function inProcess(bytes: Buffer, mediaType: MediaType, { cpuMs, totalMs }: TimeLimits): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./parse-process.js', import.meta.url), [mediaType, String(cpuMs)], {
      env: {},
      execArgv: [],
      // In a group of its own: an engine that is stopped by the terminal answers the uploads that it has accepted.
      detached: true,
      serialization: 'advanced',
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    });
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      child.kill('SIGKILL');
    };
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Unavailable(why));
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => fail(`a file was not read within ${totalMs} ms`), totalMs);
    child.once('message', (outcome: Outcome) => end(outcome));
    child.once('exit', () => end({ refused: 'takes too much memory to read, or is broken' }));
    child.once('error', (error) => fail(`no process can be started: ${error.message}`));
    // A process that has ended does not read the file.
    child.stdin?.on('error', () => undefined).end(bytes);
  });
}

/** Without what PostgreSQL does not store. */
function storable(text: string): string {
  const known = isStorable(text) ? text : text.replaceAll('\u0000', '').toWellFormed();
  return known.trim();
}
