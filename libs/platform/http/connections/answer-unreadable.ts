import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** By the codes of Node's errors; all others are {@link MALFORMED}. */
const REFUSALS: ReadonlyMap<string, Refusal> = new Map([
  [
    'ERR_HTTP_REQUEST_TIMEOUT',
    { status: 408, code: 'request_timeout', detail: 'the headers or the body arrived too slowly' },
  ],
  [
    'HPE_HEADER_OVERFLOW',
    { status: 431, code: 'bad_request', detail: 'the URL and the headers have more than 16 KiB: send less of them' },
  ],
]);
const MALFORMED: Refusal = { status: 400, code: 'bad_request', detail: 'the request is not valid HTTP' };

/**
 * Answers a malformed HTTP request, or one that did not arrive in time, with `application/problem+json` (RFC 9457),
 * and closes its connection.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, ...refusal } = REFUSALS.get(error.code ?? '') ?? MALFORMED;
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({ type: 'about:blank', status, title, ...refusal });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
