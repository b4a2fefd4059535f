import { parentPort, workerData } from 'node:worker_threads';
import type { MediaType } from '../document.entity.js';
import { boundBuffers } from './bounded-buffers.js';
import type { Outcome } from './parse-document.js';
import { FileRefused, textOf } from './read-file.js';
import { splitPassages } from './split-passages.js';
import { blocksOf } from './text-blocks.js';

const MAX_PASSAGES = 3_000;

const { bytes, mediaType } = workerData as { bytes: Uint8Array; mediaType: MediaType };

boundBuffers(() => answer({ refused: 'takes too much memory to read' }));
try {
  const { text, pagesWithoutText } = await textOf(bytes, mediaType);
  const passages = splitPassages(blocksOf(text, { numbered: mediaType !== 'text/markdown' }));
  // Checked here, because copying hundreds of thousands of them would block the main thread.
  if (passages.length > MAX_PASSAGES) throw new FileRefused(`must have at most ${MAX_PASSAGES} passages`);
  answer({ passages, pagesWithoutText });
} catch (error) {
  answer({ refused: error instanceof FileRefused ? error.message : 'cannot be read' });
}

/** The first answer counts. */
function answer(outcome: Outcome): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(outcome);
}
