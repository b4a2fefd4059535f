import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../../fairness/index.js';

export interface ConnectionLimits {
  /** The maximum number of open connections. */
  readonly most: number;
  /** Memory for responses that clients have not read yet, for all together. */
  readonly maxUnreadBytes: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = { most: 4_096, maxUnreadBytes: 128 * 1024 * 1024 };

interface Connection {
  readonly network: string;
  /** By `performance.now()`. */
  readonly openedAt: number;
}

/** How many are closed together, so that a flood of new connections does not compare all of them each time. */
const CLOSED_TOGETHER = 64;
/** The time in milliseconds in which a connection may send its first request before it counts as idle. */
const YOUNG_MS = 1_000;
const CHECK_MS = 1_000;

/**
 * Limits the connections of a server and the memory of their unread responses. If there are too many connections, it
 * closes those of the network with most connections that have sent least, so that a client that opens thousands loses
 * only its own. All clients behind a proxy are one network.
 *
 * Closed connections are removed when the others are checked. A `close` listener on each socket would cost a fifth of
 * the signals a second. Node adds one for every request, too; with a third one, the garbage collector moves a third of
 * all requests to the old generation (observed with Node 24.9).
 */
export function boundConnections(server: Server, { most, maxUnreadBytes }: ConnectionLimits): void {
  const connections = new Map<Socket, Connection>();
  const removeClosed = (): void => {
    for (const socket of connections.keys()) if (socket.destroyed) connections.delete(socket);
  };
  server.on('connection', (socket: Socket) => {
    connections.set(socket, { network: networkOf(socket.remoteAddress ?? ''), openedAt: performance.now() });
    if (connections.size <= most) return;
    removeClosed();
    if (connections.size > most) closeAll(idlest(ofLargestNetwork(connections)));
  });
  const timer = setInterval(() => {
    removeClosed();
    closeAll(unreadBeyond(connections.keys(), maxUnreadBytes));
  }, CHECK_MS).unref();
  server.once('close', () => clearInterval(timer));
}

function ofLargestNetwork(connections: ReadonlyMap<Socket, Connection>): Array<[Socket, Connection]> {
  const byNetwork = Map.groupBy(connections, ([, { network }]) => network);
  return [...byNetwork.values()].reduce((largest, group) => (group.length > largest.length ? group : largest), []);
}

/** Those that have sent least, the oldest first. */
function idlest(connections: ReadonlyArray<[Socket, Connection]>): Socket[] {
  const now = performance.now();
  const old = connections.filter(([, { openedAt }]) => now - openedAt >= YOUNG_MS);
  const sockets = (old.length > 0 ? old : connections).map(([socket]) => socket);
  return sockets.toSorted((one, other) => one.bytesRead - other.bytesRead).slice(0, CLOSED_TOGETHER);
}

/** Those with the largest unread responses, until the others are within the limit. */
function unreadBeyond(sockets: Iterable<Socket>, maxBytes: number): Socket[] {
  const holders = [...sockets]
    .filter(({ writableLength }) => writableLength > 0)
    .toSorted((one, other) => other.writableLength - one.writableLength);
  let held = holders.reduce((sum, { writableLength }) => sum + writableLength, 0);
  const closed: Socket[] = [];
  for (const socket of holders) {
    if (held <= maxBytes) break;
    held -= socket.writableLength;
    closed.push(socket);
  }
  return closed;
}

function closeAll(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.destroy();
}
