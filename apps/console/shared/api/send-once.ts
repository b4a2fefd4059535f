import { randomKey } from './random-key.js';

const KEY = 'Idempotency-Key';

/** The keys of changes to which no success was answered yet, by the change. */
const unanswered = new Map<string, string>();

/**
 * Sends a request. A change of one version of a record, and a deletion, can be made once only: without a key, a person
 * who repeats one after a lost answer would hear that somebody else has changed the record since.
 */
export async function sendOnce(request: Request): Promise<Response> {
  const change = await changeOf(request);
  if (change === null) return fetch(request);
  const key = unanswered.get(change) ?? randomKey();
  unanswered.set(change, key);
  request.headers.set(KEY, key);
  const response = await fetch(request);
  if (response.ok) unanswered.delete(change);
  return response;
}

/** What identifies a change that can be made once only; null: the request is none, or has a key already. */
async function changeOf(request: Request): Promise<string | null> {
  const { method, url, headers } = request;
  const version = headers.get('If-Match');
  const isPreview = new URL(url).searchParams.get('dryRun') === 'true';
  if (headers.has(KEY) || isPreview || (version === null && method !== 'DELETE')) return null;
  return [method, url, version, await request.clone().text()].join('\n');
}
