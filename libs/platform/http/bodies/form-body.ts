import type { Readable } from 'node:stream';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid, UnsupportedMediaType } from '../../errors/index.js';
import type { ApiBodies } from './api-bodies.js';
import { bodyOf } from './route-body.js';

export const FORM = 'application/x-www-form-urlencoded';

/** The fields of a form, by their names; the last one of a name counts. */
export type FormFields = ReadonlyMap<string, string>;

/** The fields of the form that a page sent; none if the request has no body. */
export const Form = createParamDecorator((_data: unknown, context: ExecutionContext): FormFields => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (body === undefined || body === null) return new Map();
  if (!(body instanceof Map)) throw new UnsupportedMediaType([FORM]);
  return body;
});

/**
 * Parses the forms of routes that accept them (`@TakesForm`). On every other route the media type stays unknown: any
 * web page can send a form here with a visitor's cookies, without asking first.
 */
export function takeForms(server: FastifyInstance, bodies: ApiBodies): void {
  server.addContentTypeParser(FORM, async (request: FastifyRequest, payload: Readable) => {
    const { kind, limits } = bodyOf(request);
    if (kind !== 'form') throw new UnsupportedMediaType(['application/json']);
    const text = (await bodies.read(request, payload)).toString('utf8');
    const fields = new Map(new URLSearchParams(text));
    if (fields.size > limits.fields)
      throw new Invalid([{ field: 'form', message: `must have at most ${limits.fields} fields` }]);
    return fields;
  });
}
