import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './parse-document.js';

const MEMORY_MB = 256;
/** The whole process: the heap, what is unpacked, and what libraries use besides, which nothing else bounds. */
const MAX_RESIDENT_BYTES = 512 * 1_024 * 1_024;
const CHECK_MS = 50;

// The file is read in a thread of its own, so that this one can end the process when the engine ends.
process.once('disconnect', () => process.exit());
// Where memory is short, Linux ends this process before the engine.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);

const [, , mediaType, maxCpuMs] = process.argv;
const worker = new Worker(new URL('./parse-worker.js', import.meta.url), {
  workerData: { bytes: await buffer(process.stdin), mediaType },
  resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  env: {},
});
worker.once('message', answer);
worker.once('error', () => answer({ refused: 'takes too much memory to read, or is broken' }));
worker.once('exit', () => answer({ refused: 'cannot be read' }));
checkLimits();
setInterval(checkLimits, CHECK_MS).unref();

function checkLimits(): void {
  if (process.memoryUsage.rss() > MAX_RESIDENT_BYTES) answer({ refused: 'takes too much memory to read' });
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1_000 > Number(maxCpuMs)) answer({ refused: 'takes too long to read' });
}

/** The first answer counts. */
function answer(outcome: Outcome): void {
  process.send?.(outcome);
}
