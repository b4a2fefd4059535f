import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, UnsupportedMediaType } from '../../errors/index.js';
import { networkOf } from '../../fairness/index.js';
import type { ApiBodies } from './api-bodies.js';
import { bodyOf } from './route-body.js';

/** The format of rows: a table with a header, as text or as a workbook, or one JSON object a line. */
export type RowFormat = 'csv' | 'ndjson' | 'xlsx';

/** An unread body of rows. */
export interface RowsBody {
  /** `form`: the rows are the one file of a form. */
  readonly format: RowFormat | 'form';
  readonly stream: Readable;
  readonly headers: IncomingHttpHeaders;
  readonly maxBytes: number;
  /** Network of the sender. */
  readonly network: () => string;
}

const MIB = 1024 * 1024;

export const FORMATS = new Map<string, RowFormat>([
  ['text/csv', 'csv'],
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);

export const MULTIPART = 'multipart/form-data';

/** The media types that a route of rows accepts. */
export const ROWS_TYPES: readonly string[] = [...FORMATS.keys(), MULTIPART];

/** The rows in the body of a route that accepts them. */
export const Rows = createParamDecorator((_data: unknown, context: ExecutionContext): RowsBody => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof UnreadRows)) throw new UnsupportedMediaType(ROWS_TYPES);
  return body;
});

export class UnreadRows implements RowsBody {
  readonly headers: IncomingHttpHeaders;
  readonly network: () => string;

  constructor(
    readonly format: RowsBody['format'],
    readonly stream: Readable,
    request: FastifyRequest,
    readonly maxBytes: number,
  ) {
    this.headers = request.headers;
    this.network = () => networkOf(request.ip);
  }
}

/** Passes the bodies of routes that accept rows unread; on every other route their content types stay unknown. */
export function takeRowsBodies(server: FastifyInstance, bodies: ApiBodies): void {
  for (const [type, format] of FORMATS) {
    server.addContentTypeParser(
      type,
      (request: FastifyRequest, payload: Readable, done: (error: Error | null, body?: UnreadRows) => void) => {
        const { kind, maxBytes } = bodyOf(request);
        if (kind !== 'rows') return done(new UnsupportedMediaType(['application/json']));
        const error = rowsSizeError(request, maxBytes);
        if (error !== null) return done(error);
        bodies.watch(request);
        done(null, new UnreadRows(format, payload, request, maxBytes));
      },
    );
  }
}

/** The error of rows that announce more bytes than their route takes; null: they do not. */
export function rowsSizeError({ headers }: FastifyRequest, maxBytes: number): Problem | null {
  return Number(headers['content-length'] ?? 0) > maxBytes
    ? new Problem(413, 'payload_too_large', `these rows have at most ${maxBytes / MIB} MiB: send them in parts`)
    : null;
}
