import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../../shares/index.js';

export interface ConnectionLimits {
  /** Connections that are open at once. */
  readonly most: number;
  /** What answers that clients have not read yet may hold in memory together. */
  readonly mostUnreadBytes: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = { most: 4_096, mostUnreadBytes: 128 * 1024 * 1024 };

/** Closed together, so that a flood of new connections does not have all of them compared each time. */
const CLOSED_TOGETHER = 64;
/** A connection has so long for its first request before it counts as idle, in milliseconds. */
const YOUNG_MS = 1_000;
const CHECK_MS = 1_000;

/**
 * Bounds the connections of a server and what their unread answers hold. Where there are too many, the ones of the network with most connections that
 * have sent least are closed, so that whoever opens thousands closes only their own. A network behind a proxy is that of the proxy.
 */
export function boundConnections(server: Server, { most, mostUnreadBytes }: ConnectionLimits): void {
  const openedAt = new Map<Socket, number>();
  const byNetwork = new Map<string, Set<Socket>>();
  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    const ofNetwork = byNetwork.get(network) ?? new Set();
    byNetwork.set(network, ofNetwork.add(socket));
    openedAt.set(socket, performance.now());
    socket.once('close', () => {
      openedAt.delete(socket);
      ofNetwork.delete(socket);
      if (ofNetwork.size === 0) byNetwork.delete(network);
    });
    if (openedAt.size > most) closeAll(idlest(largest(byNetwork.values()), openedAt));
  });
  const timer = setInterval(() => closeAll(unreadBeyond(openedAt.keys(), mostUnreadBytes)), CHECK_MS).unref();
  server.once('close', () => clearInterval(timer));
}

function largest(groups: Iterable<Set<Socket>>): ReadonlySet<Socket> {
  let found: ReadonlySet<Socket> = new Set();
  for (const group of groups) if (group.size > found.size) found = group;
  return found;
}

/** Those that have sent least, the oldest first. */
function idlest(sockets: ReadonlySet<Socket>, openedAt: ReadonlyMap<Socket, number>): Socket[] {
  const now = performance.now();
  const old = [...sockets].filter((socket) => now - (openedAt.get(socket) ?? now) >= YOUNG_MS);
  const candidates = old.length > 0 ? old : [...sockets];
  return candidates.toSorted((one, other) => one.bytesRead - other.bytesRead).slice(0, CLOSED_TOGETHER);
}

/** Those with most that is unread, until the others hold no more than they may. */
function unreadBeyond(sockets: Iterable<Socket>, mostBytes: number): Socket[] {
  const holders = [...sockets].filter(({ writableLength }) => writableLength > 0).toSorted((one, other) => other.writableLength - one.writableLength);
  let held = holders.reduce((sum, { writableLength }) => sum + writableLength, 0);
  const closed: Socket[] = [];
  for (const socket of holders) {
    if (held <= mostBytes) break;
    held -= socket.writableLength;
    closed.push(socket);
  }
  return closed;
}

function closeAll(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.destroy();
}
