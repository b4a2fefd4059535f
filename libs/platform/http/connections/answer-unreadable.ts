import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** Statuses of what Node finds wrong with a request before there is one; all else is 400. */
const STATUSES: ReadonlyMap<string, number> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
]);

/**
 * Answers what is no HTTP request, or did not arrive in time, as `application/problem+json` (RFC 9457), and closes its
 * connection.
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
    detail: 'the request cannot be read as HTTP',
  });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
