import { lazyRouteComponent } from '@tanstack/react-router';
import { engine } from './engine.js';
import { isPassing } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { showProgress } from '../ui/toasts.js';

const RETRY_MS = 2_000;

/** How many scripts wait for the engine, and what hides the message about it. */
let waiting = 0;
let hide: (() => void) | undefined;

/**
 * A component whose script is loaded when it is needed. If an upgrade has removed the script since the page was loaded,
 * the router loads the page again, with the scripts of the new version. While the engine is unavailable, the browser
 * would then show its own error instead of the console, so that the script is tried again until it is available.
 */
export const lazyComponent: typeof lazyRouteComponent = (importer, exportName) =>
  lazyRouteComponent(patiently(importer), exportName);

function patiently<Script>(load: () => Promise<Script>): () => Promise<Script> {
  return async () => {
    try {
      return await load();
    } catch (error) {
      if (!(await isUnavailable())) throw error;
    }
    return whileWaiting(() => loadLater(load));
  };
}

async function loadLater<Script>(load: () => Promise<Script>): Promise<Script> {
  for (;;) {
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_MS);
    });
    try {
      return await load();
    } catch (error) {
      if (!(await isUnavailable())) throw error;
    }
  }
}

/** Shows one message, however many scripts wait. */
async function whileWaiting<Result>(wait: () => Promise<Result>): Promise<Result> {
  waiting += 1;
  if (waiting === 1) hide = showProgress(text.common.errors.waiting);
  try {
    return await wait();
  } finally {
    waiting -= 1;
    if (waiting === 0) hide?.();
  }
}

function isUnavailable(): Promise<boolean> {
  return engine.getSession().then(() => false, isPassing);
}
