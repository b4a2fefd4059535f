import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, Unavailable, UnsupportedMediaType } from '../../errors/index.js';
import { networkOf } from '../../fairness/index.js';
import { hooks } from '../../telemetry/index.js';
import { type Arrival, BodyTooSlow, InFlightBodies, type InFlightBody, NoRoom } from './in-flight-bodies.js';
import { BodyBroken, BodyTooLarge, joined, readBody } from './read-body.js';
import { bodyOf } from './route-body.js';

/** Memory for the bodies of all routes but the webhook together. */
const MEMORY_BYTES = 32 * 1024 * 1024;
/** The same for uploads, which are read as they arrive: two documents and two packages of the largest size. */
const UPLOAD_MEMORY_BYTES = 140 * 1024 * 1024;

/** Reads request bodies. The memory of a body is counted until its request is answered. */
export class ApiBodies {
  private readonly inFlight = new InFlightBodies(MEMORY_BYTES);
  private readonly uploads = new InFlightBodies(UPLOAD_MEMORY_BYTES);
  private readonly held = new WeakMap<FastifyRequest['raw'], () => void>();
  private readonly bySocket = new WeakMap<Socket, Set<() => void>>();

  constructor(server: FastifyInstance) {
    // Not in onResponse, which does not run if the client disconnects before the response.
    const releaseAtEnd = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      reply.raw.once('close', () => this.released(request));
      done();
    };
    server.addHook('onRoute', (route) => {
      if (route.logLevel !== 'silent') route.onRequest = [...hooks(route.onRequest), refuseEncoded, releaseAtEnd];
    });
    server.addHook('onClose', (_server, done) => {
      this.inFlight.close();
      this.uploads.close();
      done();
    });
  }

  /** @throws Problem */
  async read(request: FastifyRequest, payload: Readable): Promise<Buffer> {
    const { maxBytes } = bodyOf(request);
    const sender = { network: () => networkOf(request.ip), tenantId: null };
    const { pieces, release } = await readBody(payload, this.inFlight, {
      sender,
      declaredLength: declaredLength(request),
      maxBytes,
    }).catch((error: unknown) => {
      throw problemOf(error, maxBytes);
    });
    // A request without a route has no handler that needs the body.
    if (request.is404) release();
    else this.releaseAfter(request, release);
    return joined(pieces);
  }

  /** Releases the memory of a body when its request is answered, or its connection closed. */
  private releaseAfter({ raw }: FastifyRequest, release: () => void): void {
    this.held.set(raw, release);
    this.releaseWith(raw.socket, release);
  }

  /** A response that is queued behind another one does not get `close` with its connection. */
  private releaseWith(socket: Socket, release: () => void): void {
    const known = this.bySocket.get(socket);
    if (known !== undefined) {
      known.add(release);
      return;
    }
    const releases = new Set([release]);
    this.bySocket.set(socket, releases);
    socket.once('close', () => releases.forEach((one) => one()));
  }

  private released({ raw }: FastifyRequest): void {
    const release = this.held.get(raw);
    if (release === undefined) return;
    release();
    this.bySocket.get(raw.socket)?.delete(release);
  }

  /** Watches a body that its handler reads as it arrives: if it arrives too slowly, the connection is closed. */
  watch(request: FastifyRequest): void {
    const body = this.begin(request, this.inFlight);
    request.raw.once('close', () => body.release());
  }

  /**
   * Watches an upload in the same way. Its reader counts the bytes that it keeps in memory, until the request is answered.
   * @param onNoRoom called if others need the memory
   */
  watchUpload(request: FastifyRequest, onNoRoom: () => void): InFlightBody {
    const body = this.begin(request, this.uploads, onNoRoom);
    request.raw.once('close', () => body.complete());
    this.releaseAfter(request, () => {
      body.release();
      // It was refused: the rest still arrives, and is discarded.
      if (!body.isComplete) this.watch(request);
    });
    return body;
  }

  private begin({ raw, ip }: FastifyRequest, all: InFlightBodies, onNoRoom?: () => void): InFlightBody {
    const arrival = (): Arrival => ({ received: raw.socket.bytesRead, readerIsBehind: raw.readableLength > 0 });
    const drop = (reason: NoRoom | BodyTooSlow): void => {
      if (reason instanceof NoRoom && onNoRoom !== undefined) onNoRoom();
      else raw.destroy(reason);
    };
    return all.begin({ network: () => networkOf(ip), tenantId: null }, drop, arrival);
  }
}

/**
 * Refuses a body with a content coding (RFC 9110, section 15.5.16). No route decodes any, because a few kilobytes can
 * decode to gigabytes; read as it is, the body would be answered as broken.
 */
function refuseEncoded({ headers }: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (coding === '' || coding === 'identity') return done();
  void reply.header('accept-encoding', 'identity');
  done(new UnsupportedMediaType(['the body without a Content-Encoding']));
}

/** 0 if the request has no `content-length`. */
function declaredLength({ headers }: FastifyRequest): number {
  return Number(headers['content-length'] ?? 0);
}

function problemOf(error: unknown, maxBytes: number): unknown {
  if (error instanceof BodyTooLarge)
    return new Problem(
      413,
      'payload_too_large',
      `the body of this call has at most ${Math.floor(maxBytes / 1024)} KiB`,
    );
  if (error instanceof NoRoom) return new Unavailable('the incomplete bodies use all the memory for bodies');
  if (error instanceof BodyTooSlow) return new Problem(408, 'request_timeout', 'the body arrived too slowly');
  if (error instanceof BodyBroken) return new Problem(400, 'bad_request', 'the body ended too early');
  return error;
}
