import type { Call } from './http-client.js';

/** The bytes of a request. The caller adds `content-length`, which may be wrong. */
export function rawRequest({ method, path, headers = {}, body = '' }: Call): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${String(body)}`;
}
