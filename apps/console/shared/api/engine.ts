import { type Client, createClient } from '#client';
import { parseExactly } from './parse-exactly.js';
import { sendOnce } from './send-once.js';

let csrfToken: string | null = null;

/** The client of the engine that serves this page. The browser sends the session's cookie automatically. */
export const engine: Client = createClient({
  baseUrl: '',
  csrf: () => csrfToken,
  fetch: async (request) => {
    const response = await sendOnce(request);
    response.json = async () => parseExactly(await response.text());
    return response;
  },
});

/** Tells the other tabs of the browser which session it has: a sign-in or signing out in one tab is one in all. */
const tabs = new BroadcastChannel('console.session');

/** Set at sign-in and when the page loads; null after signing out. */
export function rememberCsrfToken(token: string | null): void {
  // A channel has no target: only pages of this origin receive its messages.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  if (token !== csrfToken) tabs.postMessage(token);
  csrfToken = token;
}

/** Calls a listener when another tab has replaced or ended the session of this one. */
export function onOtherSession(listener: () => void): void {
  tabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (csrfToken !== null && data !== csrfToken) listener();
  });
}
