import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/**
 * Loaded into a process of the engine (`--import`): SIGURG collects all garbage and writes the bytes that remain, in
 * the heap of V8 and outside of it, to `$BENCH_HEAP`.
 */
const session = new Session();
session.connect();
const file = process.env['BENCH_HEAP'] ?? 'heap.json';

process.on('SIGURG', () => {
  session.post('HeapProfiler.collectGarbage', () => {
    const { heapUsed, external } = process.memoryUsage();
    writeFileSync(`${file}.part`, JSON.stringify({ bytes: heapUsed + external }));
    // The reader never sees a part of the file.
    renameSync(`${file}.part`, file);
  });
});
