import { createHash } from 'node:crypto';
import { Transform, pipeline } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { Problem } from '../../errors/index.js';

/** Bodies that are hashed while they are read. */
interface PassingBody {
  readonly stream: Transform;
  readonly digest: Promise<Buffer>;
}

const bodies = new WeakMap<FastifyRequest['raw'], PassingBody>();

/** Hashes the bodies of requests below a path that have a header. Other requests are not affected. */
export function digestBodies(server: FastifyInstance, { below, header }: { below: string; header: string }): void {
  const takeDigest = (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: RequestPayload,
    done: (error: Error | null, payload?: RequestPayload) => void,
  ): void => {
    if (request.headers[header] === undefined) return done(null, payload);
    const body = passing(payload);
    bodies.set(request.raw, body);
    // Discards what the handler did not read, so that the client receives the response.
    reply.raw.once('finish', () => body.stream.resume());
    done(null, body.stream);
  };
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith(below)) route.preParsing = takeDigest;
  });
}

function passing(payload: RequestPayload): PassingBody {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      hash.update(chunk);
      next(null, chunk);
    },
  });
  const digest = new Promise<Buffer>((resolve, reject) => {
    pipeline(payload, stream, (error) =>
      error ? reject(new Problem(400, 'bad_request', 'the body ended too early')) : resolve(hash.digest()),
    );
  });
  // The digest may be unused.
  digest.catch(() => undefined);
  return { stream, digest };
}

/** Whether the digest of a request's body is computed: the route is covered, and the request has the header. */
export function hasBodyDigest({ raw }: FastifyRequest): boolean {
  return bodies.has(raw);
}

/**
 * The SHA-256 of a request's body, byte by byte as it was sent; reads the rest of the body.
 * @throws Problem if the body ended too early
 */
export function bodyDigest({ raw }: FastifyRequest): Promise<Buffer> {
  const body = bodies.get(raw);
  if (body === undefined) throw new Error('the digest of this body is not computed');
  body.stream.resume();
  return body.digest;
}
