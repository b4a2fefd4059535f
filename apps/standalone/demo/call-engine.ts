import { setTimeout as sleep } from 'node:timers/promises';

/** If the response does not say how long to wait. */
const RETRY_AFTER_SECONDS = 2;

/**
 * Calls the engine, and calls it again after a 503, as every client should: on a busy machine, the first calls may come
 * too early.
 * @param what the subject of the error
 * @throws Error for any other status than 2xx
 */
export async function callEngine(what: string, url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok) return response;
  const text = await response.text();
  if (response.status !== 503) throw new Error(`${what} was answered ${response.status}: ${text}`);
  await sleep(Number(response.headers.get('retry-after') ?? RETRY_AFTER_SECONDS) * 1_000);
  return callEngine(what, url, init);
}
