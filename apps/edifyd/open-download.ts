import { unreachable } from './engine-http.js';
import { notTheEngine, problemOf } from './problem.js';

/**
 * Requests a file, which may take any time to arrive.
 * @throws CommandError for every response other than 200
 */
export async function openDownload(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url + path, { redirect: 'manual', headers }).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  if (response.status !== 200)
    throw problemOf(url, { status: response.status, headers: response.headers, text: await response.text() });
  if (response.body === null) throw notTheEngine(url, response.status);
  return response.body;
}
