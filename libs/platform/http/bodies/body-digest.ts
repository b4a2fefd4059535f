import { createHash } from 'node:crypto';
import { type Readable, Transform, pipeline } from 'node:stream';
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
    const body = passing(payload, new BodyHash(boundaryIn(request.headers['content-type'])));
    bodies.set(request.raw, body);
    // Discards what the handler did not read, so that the client receives the response.
    reply.raw.once('finish', () => body.stream.resume());
    done(null, body.stream);
  };
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith(below)) route.preParsing = takeDigest;
  });
}

function passing(payload: RequestPayload, hash: BodyHash): PassingBody {
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

/**
 * Shorter boundaries are hashed as they are: no library chooses one, and a body of millions of boundaries would be
 * hashed in as many pieces.
 */
const MIN_BOUNDARY_LENGTH = 16;

/**
 * Hashes a body without the boundaries of its parts (RFC 2046, section 5.1.1): a client chooses another one each time.
 */
class BodyHash {
  private readonly hash = createHash('sha256');
  /** The last bytes, with which a boundary may begin. */
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly boundary: Buffer | null) {}

  update(chunk: Buffer): void {
    if (this.boundary === null) return void this.hash.update(chunk);
    let bytes = Buffer.concat([this.rest, chunk]);
    for (let at = bytes.indexOf(this.boundary); at !== -1; at = bytes.indexOf(this.boundary)) {
      this.hash.update(bytes.subarray(0, at));
      bytes = bytes.subarray(at + this.boundary.length);
    }
    const complete = Math.max(0, bytes.length - this.boundary.length + 1);
    this.hash.update(bytes.subarray(0, complete));
    this.rest = bytes.subarray(complete);
  }

  digest(): Buffer {
    return this.hash.update(this.rest).digest();
  }
}

function boundaryIn(contentType = ''): Buffer | null {
  const { quoted, plain } =
    /^multipart\/.*;\s*boundary=(?:"(?<quoted>[^"]+)"|(?<plain>[^\s;"]+))/i.exec(contentType)?.groups ?? {};
  const boundary = quoted ?? plain;
  return boundary === undefined || boundary.length < MIN_BOUNDARY_LENGTH ? null : Buffer.from(boundary, 'latin1');
}

/** The body of a request, as its parser gets it. */
export function bodyStream({ raw }: FastifyRequest): Readable {
  return bodies.get(raw)?.stream ?? raw;
}

/** Whether the digest of a request's body is computed: the route is covered, and the request has the header. */
export function hasBodyDigest({ raw }: FastifyRequest): boolean {
  return bodies.has(raw);
}

/**
 * The SHA-256 of a request's body, byte by byte as it was sent, without the boundaries of a form; reads the rest of the
 * body.
 * @throws Problem if the body ended too early
 */
export function bodyDigest({ raw }: FastifyRequest): Promise<Buffer> {
  const body = bodies.get(raw);
  if (body === undefined) throw new Error('the digest of this body is not computed');
  body.stream.resume();
  return body.digest;
}
