import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './parse-document.js';

const MEMORY_MB = 256;

// The file is read in a thread of its own, so that this one can end the process when the engine ends.
process.once('disconnect', () => process.exit());

const worker = new Worker(new URL('./parse-worker.js', import.meta.url), {
  workerData: { bytes: await buffer(process.stdin), mediaType: process.argv[2] },
  resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  env: {},
});
worker.once('message', answer);
worker.once('error', () => answer({ refused: 'takes too much memory to read, or is broken' }));
worker.once('exit', () => answer({ refused: 'cannot be read' }));

/** The first answer counts. */
function answer(outcome: Outcome): void {
  process.send?.(outcome);
}
