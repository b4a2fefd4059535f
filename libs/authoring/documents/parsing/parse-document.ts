import { fork } from 'node:child_process';
import { Unavailable } from '#platform/errors';
import { isStorable } from '#platform/text';
import type { MediaType } from '../document.entity.js';
import { UnreadableDocument } from '../document.errors.js';
import type { NewPassage } from './split-passages.js';

const TIMEOUT_MS = 20_000;

export type Outcome = { readonly passages: readonly NewPassage[] } | { readonly refused: string };

/**
 * Reads a file in a process of its own, with bounds on its time and memory, so that an error or an endless loop does
 * not affect the engine. A thread is not enough: where a single allocation exceeds its bound, V8 ends the process.
 * @throws UnreadableDocument, Unavailable
 */
export async function parseDocument(bytes: Buffer, mediaType: MediaType): Promise<readonly NewPassage[]> {
  const outcome = await inProcess(bytes, mediaType);
  if ('refused' in outcome) throw new UnreadableDocument(outcome.refused);
  const passages = outcome.passages
    .map(({ section, text }) => ({ section: storable(section), text: storable(text) }))
    .filter(({ text }) => text !== '');
  if (passages.length === 0) throw new UnreadableDocument('has no text');
  return passages;
}

function inProcess(bytes: Buffer, mediaType: MediaType): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./parse-process.js', import.meta.url), [mediaType], {
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
    const timer = setTimeout(() => end({ refused: 'takes too long to read' }), TIMEOUT_MS);
    child.once('message', (outcome: Outcome) => end(outcome));
    child.once('exit', () => end({ refused: 'takes too much memory to read, or is broken' }));
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new Unavailable(`no process can be started: ${error.message}`));
    });
    // A process that has ended does not read the file.
    child.stdin?.on('error', () => undefined).end(bytes);
  });
}

/** Without what PostgreSQL does not store. */
function storable(text: string): string {
  const known = isStorable(text) ? text : text.replaceAll('\u0000', '').toWellFormed();
  return known.trim();
}
