import type { Readable } from 'node:stream';
import { type CustomDecorator, type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedMediaType } from '../errors/index.js';

/** How rows are written: a table with a header, or one JSON object a line. */
export type RowFormat = 'csv' | 'ndjson';

/** A body of rows, not read yet. */
export interface RowsBody {
  readonly format: RowFormat;
  readonly stream: Readable;
}

const FORMATS = new Map<string, RowFormat>([['text/csv', 'csv'], ['application/x-ndjson', 'ndjson'], ['application/ndjson', 'ndjson']]);

/** Marks a route whose body is rows: whoever calls is let in first, and then the body is read as it comes, whatever its size. */
export const TakesRows = (): CustomDecorator => RouteConfig({ takesRows: true });

/** The rows of a route that takes them. */
export const Rows = createParamDecorator((_data: unknown, context: ExecutionContext): RowsBody => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof UnreadRows)) throw new UnsupportedMediaType([...FORMATS.keys()]);
  return body;
});

class UnreadRows implements RowsBody {
  constructor(
    readonly format: RowFormat,
    readonly stream: Readable,
  ) {}
}

/** Hands the bodies of routes that take rows over unread; on every other route their content types stay unknown. */
export function takeRowsBodies(server: FastifyInstance): void {
  for (const [type, format] of FORMATS) {
    server.addContentTypeParser(type, (request: FastifyRequest, payload: Readable, done: (error: Error | null, body?: UnreadRows) => void) => {
      if (takesRows(request)) done(null, new UnreadRows(format, payload));
      else done(new UnsupportedMediaType(['application/json']));
    });
  }
}

function takesRows({ routeOptions: { config } }: Pick<FastifyRequest, 'routeOptions'>): boolean {
  return 'takesRows' in config && config.takesRows === true;
}
