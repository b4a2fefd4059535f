import type { Readable } from 'node:stream';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, UnsupportedMediaType } from '../../errors/index.js';
import type { ApiBodies } from './api-bodies.js';
import { bodyOf } from './route-body.js';

/** The format of rows: a table with a header, or one JSON object a line. */
export type RowFormat = 'csv' | 'ndjson';

/** An unread body of rows. */
export interface RowsBody {
  readonly format: RowFormat;
  readonly stream: Readable;
  readonly mostBytes: number;
}

const MIB = 1024 * 1024;

const FORMATS = new Map<string, RowFormat>([
  ['text/csv', 'csv'],
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
]);

/** The rows in the body of a route that accepts them. */
export const Rows = createParamDecorator((_data: unknown, context: ExecutionContext): RowsBody => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof UnreadRows)) throw new UnsupportedMediaType([...FORMATS.keys()]);
  return body;
});

class UnreadRows implements RowsBody {
  constructor(
    readonly format: RowFormat,
    readonly stream: Readable,
    readonly mostBytes: number,
  ) {}
}

/** Passes the bodies of routes that accept rows unread; on every other route their content types stay unknown. */
export function takeRowsBodies(server: FastifyInstance, bodies: ApiBodies): void {
  for (const [type, format] of FORMATS) {
    server.addContentTypeParser(
      type,
      (request: FastifyRequest, payload: Readable, done: (error: Error | null, body?: UnreadRows) => void) => {
        const { kind, mostBytes } = bodyOf(request);
        if (kind !== 'rows') return done(new UnsupportedMediaType(['application/json']));
        if (Number(request.headers['content-length'] ?? 0) > mostBytes)
          return done(
            new Problem(413, 'payload_too_large', `these rows have at most ${mostBytes / MIB} MiB: send them in parts`),
          );
        bodies.watch(request);
        done(null, new UnreadRows(format, payload, mostBytes));
      },
    );
  }
}
