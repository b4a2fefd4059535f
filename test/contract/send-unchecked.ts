import { request } from 'node:http';

/** A response, of which only the size counts. */
export interface ResponseSize {
  readonly status: number;
  readonly bytes: number;
}

/**
 * Sends a body as it is, without a client library that checks it, or announces a body of so many bytes that is never
 * sent.
 */
export function sendUnchecked(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | { announced: number },
): Promise<ResponseSize> {
  return new Promise((resolve, reject) => {
    const length = typeof body === 'string' ? Buffer.byteLength(body) : body.announced;
    const sent = request(
      url,
      { method, headers: { ...headers, 'content-length': length }, agent: false },
      (response) => {
        let bytes = 0;
        response.on('data', (piece: Buffer) => (bytes += piece.length));
        response.on('close', () => {
          resolve({ status: response.statusCode ?? 0, bytes });
          sent.destroy();
        });
      },
    );
    // A server that refuses a body closes the connection while it is sent.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    if (typeof body === 'string') sent.end(body);
    else sent.flushHeaders();
  });
}
