// What the test files of one Jest process share. It lives in the process around the tests, as the code of the engine does.

/** Promises of running engines (test/harness/engine.ts), by their kind; each has the Nest application as `app`. */
export const sharedEngines = new Map();

/** The promise of a running browser (test/harness/chromium.ts), by its name. */
export const sharedBrowsers = new Map();

/** For a run that Jest's own process made. The databases of the engines end with the run. */
export async function closeShared() {
  const [engines, browsers] = await Promise.all([taken(sharedEngines), taken(sharedBrowsers)]);
  for (const { app } of engines) await app.close();
  for (const browser of browsers) await browser.close();
}

function taken(running) {
  const all = [...running.values()];
  running.clear();
  return Promise.all(all);
}

/** Jest's message at the end of a run, to a process that it started for it (CHILD_MESSAGE_END of jest-worker). */
const END = 2;

/**
 * Jest waits half a second until its processes have nothing left to do. One with engines or a browser goes at once;
 * Playwright ends the browser with it.
 */
function goAtEnd([type]) {
  if (type !== END) return;
  process.off('message', goAtEnd);
  if (sharedEngines.size + sharedBrowsers.size > 0) process.exit();
}
if (process.connected) process.on('message', goAtEnd);
