import { type RequestListener, type Server, type ServerOptions, type ServerResponse, createServer } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may wait for their answer: clients that pipeline send a few, most send one. */
const MOST_PIPELINED = 8;

/** On the socket itself: a WeakMap beside it costs the garbage collector more than the rest of this. */
interface CountedSocket extends Socket {
  unanswered?: number;
}

/**
 * An HTTP server that closes a connection with too many unanswered requests. Node handles all requests of a piece that
 * it has read, a thousand and more, and holds the answers of all but the first in memory, where nothing counts them
 * (RFC 9112, section 9.3.2, lets a server close).
 */
export function boundedServer(options: ServerOptions, handler: RequestListener): Server {
  return createServer(options, (request, response) => {
    const socket: CountedSocket = request.socket;
    if (socket.destroyed) return;
    socket.unanswered = (socket.unanswered ?? 0) + 1;
    if (socket.unanswered > MOST_PIPELINED) {
      socket.destroy();
      return;
    }
    response.on('close', countAnswer);
    handler(request, response);
  });
}

function countAnswer(this: ServerResponse): void {
  const socket: CountedSocket = this.req.socket;
  socket.unanswered = (socket.unanswered ?? 1) - 1;
}
