import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Has a server listen on this machine, on a free port unless one is given. @returns `http://127.0.0.1:port` */
export async function listenLocally(server: Server, port = 0): Promise<string> {
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return localUrl(server);
}

/** The URL of a server that listens on this machine. */
export function localUrl(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Stops a server without waiting for its clients. */
export async function stopServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
