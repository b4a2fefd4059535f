import { type IncomingMessage, type RequestListener, createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenLocally, stopServer } from './local-server.js';

/** Runs a server that replaces the engine during `work`, which receives its URL. */
export async function withServer<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  try {
    return await work(await listenLocally(server));
  } finally {
    await stopServer(server);
  }
}

/** The URL of a port on which no process listens. */
export const unusedUrl = (): Promise<string> =>
  withServer(
    () => undefined,
    (url) => Promise.resolve(url),
  );

export const bodyOf = (request: IncomingMessage): Promise<Buffer> => buffer(request);
