import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';

/** The best ratio of time and size for text: 1.5 MB take 30 ms. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const ENCODERS = {
  br: (text: string): Buffer => brotliCompressSync(text, BROTLI),
  gzip: (text: string): Buffer => gzipSync(text),
} as const;
type Encoding = keyof typeof ENCODERS;

/**
 * Compresses a text that is the same for everybody, as the client accepts it. Each is compressed once, and there are
 * few: the pages and the documents of the API.
 */
@Injectable()
export class Compressed implements NestInterceptor<string, string | Buffer> {
  private readonly known = new Map<string, Buffer>();

  intercept(context: ExecutionContext, next: CallHandler<string>): Observable<string | Buffer> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const encoding = acceptedBy(request);
    void reply.header('vary', 'accept-encoding');
    return next.handle().pipe(
      map((text) => {
        if (encoding === undefined) return text;
        void reply.header('content-encoding', encoding);
        // Only paths that a handler has answered, of which there is a fixed number.
        const [path = ''] = request.url.split('?', 1);
        const key = `${encoding} ${decodeURIComponent(path)}`;
        const compressed = this.known.get(key) ?? ENCODERS[encoding](text);
        this.known.set(key, compressed);
        return compressed;
      }),
    );
  }
}

/** Without weights, which no browser sends for these; `;q=0` is the only one that refuses. */
function acceptedBy({ headers }: FastifyRequest): Encoding | undefined {
  const accepted = (headers['accept-encoding'] ?? '').split(',').map((one) => one.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}
