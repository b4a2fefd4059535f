import { DEFAULT_TIMEOUT_S, late, unreachable } from './engine-http.js';
import { notTheEngine, problemOf } from './problem.js';
import { CommandError } from './report.js';

interface DownloadRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** How long to wait for the response, and for each further piece of its body. */
  readonly timeoutS?: number;
}

/**
 * Requests a file, which may take any time to arrive, but not without progress: reading the stream fails if nothing
 * arrives for the given time.
 * @throws CommandError for every response other than 200
 */
export async function openDownload(
  url: string,
  path: string,
  { headers, timeoutS = DEFAULT_TIMEOUT_S }: DownloadRequest,
): Promise<ReadableStream<Uint8Array>> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(silent(url, timeoutS)), timeoutS * 1_000);
  // The connection keeps the process alive while it is read.
  timer.unref();
  const opened = async <T>(part: Promise<T>): Promise<T> =>
    part.catch((error: unknown) => {
      throw silence.signal.aborted ? late(url, timeoutS) : unreachable(url, error);
    });
  const response = await opened(fetch(url + path, { redirect: 'manual', headers, signal: silence.signal }));
  const { status, body } = response;
  if (status !== 200) throw problemOf(url, { status, headers: response.headers, text: await opened(response.text()) });
  if (body === null) throw notTheEngine(url, status);
  timer.refresh();
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, output) => {
        timer.refresh();
        output.enqueue(piece);
      },
      flush: () => clearTimeout(timer),
    }),
  );
}

function silent(url: string, timeoutS: number): CommandError {
  return new CommandError(`the engine at ${url} sent no more for ${timeoutS} s; --timeout waits longer`);
}
