// The engines that the test files of one Jest process share (test/harness/engine.ts). They live in the process around
// the tests, as the code of the engine does.

/** Promises of running engines, by their kind; each has the Nest application as `app`. */
export const sharedEngines = new Map();

/** For a run that Jest's own process made. Their databases end with the run. */
export async function closeSharedEngines() {
  const running = [...sharedEngines.values()];
  sharedEngines.clear();
  for (const engine of running) await (await engine).app.close();
}

/** Jest's message at the end of a run, to a process that it started for it (CHILD_MESSAGE_END of jest-worker). */
const END = 2;

/** Jest waits half a second until its processes have nothing left to do. One with engines goes at once. */
function goAtEnd([type]) {
  if (type !== END) return;
  process.off('message', goAtEnd);
  if (sharedEngines.size > 0) process.exit();
}
if (process.connected) process.on('message', goAtEnd);
