import { type RequestListener, type Server, type ServerOptions, createServer } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may wait for their answer: clients that pipeline send a few, most send one. */
const MOST_PIPELINED = 8;

/**
 * An HTTP server that closes a connection with too many unanswered requests. Node handles all requests of a piece that it has read, a thousand and more,
 * and holds the answers of all but the first in memory, where nothing counts them (RFC 9112, section 9.3.2, lets a server close).
 */
export function boundedServer(options: ServerOptions, handler: RequestListener): Server {
  const unanswered = new WeakMap<Socket, number>();
  return createServer(options, (request, response) => {
    const { socket } = request;
    if (socket.destroyed) return;
    const waiting = (unanswered.get(socket) ?? 0) + 1;
    if (waiting > MOST_PIPELINED) {
      socket.destroy();
      return;
    }
    unanswered.set(socket, waiting);
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    handler(request, response);
  });
}
