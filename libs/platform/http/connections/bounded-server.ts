import { type RequestListener, type Server, type ServerOptions, type ServerResponse, createServer } from 'node:http';
import type { Socket } from 'node:net';

/** The maximum number of unanswered requests on one connection: most clients send one, clients that pipeline a few. */
const MAX_PIPELINED = 8;

/**
 * Stored on the socket itself, because a WeakMap would cost the garbage collector more than all other work of this
 * server.
 */
interface CountedSocket extends Socket {
  unanswered?: number;
}

/**
 * An HTTP server that closes a connection with too many unanswered requests. Node handles all requests in a chunk that
 * it reads, a thousand and more, and buffers the responses of all but the first without a limit. RFC 9112, section
 * 9.3.2, allows a server to close.
 */
export function boundedServer(options: ServerOptions, handler: RequestListener): Server {
  return createServer(options, (request, response) => {
    const socket: CountedSocket = request.socket;
    if (socket.destroyed) return;
    socket.unanswered = (socket.unanswered ?? 0) + 1;
    if (socket.unanswered > MAX_PIPELINED) {
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
