import type { Call } from './http-client.js';

/** A call as it goes over the wire. The caller adds `content-length`, which may be a lie. */
export function rawRequest({ method, path, headers = {}, body = '' }: Call): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${String(body)}`;
}
