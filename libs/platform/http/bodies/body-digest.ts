import { createHash } from 'node:crypto';
import { Transform, pipeline } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { Problem } from '../../errors/index.js';

/** Bodies whose digest is taken as they pass. */
interface PassingBody {
  readonly stream: Transform;
  readonly digest: Promise<Buffer>;
}

const bodies = new WeakMap<FastifyRequest['raw'], PassingBody>();

/** Has the digests taken of the bodies that are sent below a path with a header; nobody else's request notices. */
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
    // What a handler left unread is read and forgotten, so that the sender gets to see the answer.
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
      error ? reject(new Problem(400, 'bad_request', 'the body broke off before its end')) : resolve(hash.digest()),
    );
  });
  // Nobody may be waiting for it.
  digest.catch(() => undefined);
  return { stream, digest };
}

/** Whether the digest of a request's body is taken: its route is one of those, and it has the header. */
export function hasBodyDigest({ raw }: FastifyRequest): boolean {
  return bodies.has(raw);
}

/**
 * The SHA-256 of a request's body, byte by byte as it was sent; reads what nobody has read of it.
 * @throws Problem where it broke off
 */
export function bodyDigest({ raw }: FastifyRequest): Promise<Buffer> {
  const body = bodies.get(raw);
  if (body === undefined) throw new Error('no digest is taken of this body');
  body.stream.resume();
  return body.digest;
}
