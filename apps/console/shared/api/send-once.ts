import { randomKey } from './random-key.js';

const KEY = 'Idempotency-Key';
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** How long a person may repeat a change whose answer was lost. Later, the record may be another one. */
const KEPT_MS = 10 * 60_000;
const MAX_KEPT = 20;
/** The engine has executed the request, and refused it: a repetition is another request. */
const REFUSED: ReadonlySet<number> = new Set([404, 412, 422]);

interface Unanswered {
  readonly method: string;
  readonly url: string;
  readonly key: string;
  readonly since: number;
}

/** Changes without a successful response yet, the oldest first, by what identifies them. */
const unanswered = new Map<string, Unanswered>();

/**
 * Sends a request. A change of one version of a record, and a deletion, can be made once only: without a key, a person
 * who repeats one after a lost answer would hear that somebody else has changed the record since.
 */
export async function sendOnce(request: Request): Promise<Response> {
  const { method, url, headers } = request;
  if (new URL(url).searchParams.get('dryRun') === 'true') return fetch(request);
  const change = READING.has(method) ? null : await changeOf(request);
  if (change !== null) headers.set(KEY, keyOf(change, request));
  const response = await fetch(request);
  // A later deletion of the same record, which may exist again, is another change with another key.
  if (response.ok) forgetAll((one) => one.url === url && (one.method === 'DELETE' || !READING.has(method)));
  else if (change !== null && REFUSED.has(response.status)) unanswered.delete(change);
  return response;
}

/** What identifies a change that can be made once only; null: the request is none, or has a key already. */
async function changeOf(request: Request): Promise<string | null> {
  const { method, url, headers } = request;
  const version = headers.get('If-Match');
  if (headers.has(KEY) || (version === null && method !== 'DELETE')) return null;
  return [method, url, version, await request.clone().text()].join('\n');
}

/** The key of the change, which it keeps if it is repeated. */
function keyOf(change: string, { method, url }: Request): string {
  const now = Date.now();
  forgetAll(({ since }) => now - since > KEPT_MS);
  const { key, since } = unanswered.get(change) ?? { key: randomKey(), since: now };
  unanswered.set(change, { method, url, key, since });
  const [oldest] = unanswered.keys();
  if (unanswered.size > MAX_KEPT && oldest !== undefined) unanswered.delete(oldest);
  return key;
}

function forgetAll(isOver: (change: Unanswered) => boolean): void {
  for (const [change, one] of unanswered) if (isOver(one)) unanswered.delete(change);
}
