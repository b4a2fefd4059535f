/**
 * Sends a stream as a body: the response may arrive before its end. It uses `fetch`, because supertest reads a response
 * only after the request is sent.
 */
export function sendStream(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: ReadableStream<Uint8Array>,
): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body, duplex: 'half' });
}
