import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** Statuses of Node's errors for a malformed request; all others are 400. */
const STATUSES: ReadonlyMap<string, number> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
]);

/**
 * Answers a malformed HTTP request, or one that did not arrive in time, with `application/problem+json` (RFC 9457),
 * and closes its connection.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = STATUSES.get(error.code ?? '') ?? 400;
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({
    type: 'about:blank',
    status,
    title,
    code: status === 408 ? 'request_timeout' : 'bad_request',
    detail: 'the request is not valid HTTP',
  });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
