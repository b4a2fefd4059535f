import { Worker } from 'node:worker_threads';
import { isStorable } from '#platform/text';
import type { MediaType } from '../document.entity.js';
import { UnreadableDocument } from '../document.errors.js';
import type { NewPassage } from './split-passages.js';

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 256;

export type Outcome = { readonly passages: readonly NewPassage[] } | { readonly refused: string };

/**
 * Reads a file in a thread of its own, with bounds on its time and memory, so that an error or an endless loop does not
 * affect the process.
 * @throws UnreadableDocument
 */
export async function parseDocument(bytes: Buffer, mediaType: MediaType): Promise<readonly NewPassage[]> {
  const outcome = await inThread(bytes, mediaType);
  if ('refused' in outcome) throw new UnreadableDocument(outcome.refused);
  const passages = outcome.passages
    .map(({ section, text }) => ({ section: storable(section), text: storable(text) }))
    .filter(({ text }) => text !== '');
  if (passages.length === 0) throw new UnreadableDocument('has no text');
  return passages;
}

function inThread(bytes: Buffer, mediaType: MediaType): Promise<Outcome> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./parse-worker.js', import.meta.url), {
      workerData: { bytes, mediaType },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      env: {},
      stdout: true,
      stderr: true,
    });
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ refused: 'takes too long to read' }), TIMEOUT_MS);
    worker.once('message', (outcome: Outcome) => end(outcome));
    worker.once('error', () => end({ refused: 'takes too much memory to read, or is broken' }));
    worker.once('exit', () => end({ refused: 'cannot be read' }));
  });
}

/** Without what PostgreSQL does not store. */
function storable(text: string): string {
  const known = isStorable(text) ? text : text.replaceAll('\u0000', '').toWellFormed();
  return known.trim();
}
