import { parentPort, workerData } from 'node:worker_threads';
import type { MediaType } from '../document.entity.js';
import { FileRefused, textOf } from './read-file.js';
import { splitPassages } from './split-passages.js';
import { blocksOf } from './text-blocks.js';

const { bytes, mediaType } = workerData as { bytes: Uint8Array; mediaType: MediaType };

try {
  const text = await textOf(bytes, mediaType);
  const passages = splitPassages(blocksOf(text, { numbered: mediaType !== 'text/markdown' }));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ passages });
} catch (error) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ refused: error instanceof FileRefused ? error.message : 'cannot be read' });
}
