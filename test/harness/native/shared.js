// Objects that the test files of one Jest process share. This module is loaded in the main context of the process, like
// the engine.

/** Promises of running engines (test/harness/engine.ts) by kind; `app` is the Nest application. */
export const sharedEngines = new Map();

/** Promises of running browsers (test/harness/chromium.ts) by name. */
export const sharedBrowsers = new Map();

/** Pages of the console that no test uses (test/harness/reused-pages.ts), by the options of their context. */
export const sharedPages = new Map();

/** Closes the engines and browsers of a run in Jest's own process. Their databases end with the shared PostgreSQL. */
export async function closeShared() {
  sharedPages.clear();
  const [engines, browsers] = await Promise.all([takeAll(sharedEngines), takeAll(sharedBrowsers)]);
  for (const { app } of engines) await app.close();
  for (const browser of browsers) await browser.close();
}

function takeAll(running) {
  const all = [...running.values()];
  running.clear();
  return Promise.all(all);
}

/** The message that Jest sends to its worker processes at the end of a run (jest-worker). */
const CHILD_MESSAGE_END = 2;

/**
 * At the end of a run, Jest waits half a second for its worker processes to become idle. A process with engines or a
 * browser exits at once instead; Playwright closes the browser on exit.
 */
function exitAtEnd([type]) {
  if (type !== CHILD_MESSAGE_END) return;
  process.off('message', exitAtEnd);
  if (sharedEngines.size + sharedBrowsers.size > 0) process.exit();
}
if (process.connected) process.on('message', exitAtEnd);
