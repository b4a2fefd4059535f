import { type IncomingMessage, type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Runs a server that replaces the engine during `work`, which receives its URL. */
export async function withServer<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The URL of a port on which no process listens. */
export const unusedUrl = (): Promise<string> =>
  withServer(
    () => undefined,
    (url) => Promise.resolve(url),
  );

export const bodyOf = (request: IncomingMessage): Promise<Buffer> => buffer(request);
