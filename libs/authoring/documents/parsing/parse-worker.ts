import { parentPort, workerData } from 'node:worker_threads';
import type { MediaType } from '../document.entity.js';
import { boundBuffers } from './bounded-buffers.js';
import type { Outcome } from './parse-document.js';
import { FileRefused, textOf } from './read-file.js';
import { splitPassages } from './split-passages.js';
import { blocksOf } from './text-blocks.js';

const { bytes, mediaType } = workerData as { bytes: Uint8Array; mediaType: MediaType };

boundBuffers(() => answer({ refused: 'takes too much memory to read' }));
try {
  const text = await textOf(bytes, mediaType);
  answer({ passages: splitPassages(blocksOf(text, { numbered: mediaType !== 'text/markdown' })) });
} catch (error) {
  answer({ refused: error instanceof FileRefused ? error.message : 'cannot be read' });
}

/** The first answer counts. */
function answer(outcome: Outcome): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(outcome);
}
