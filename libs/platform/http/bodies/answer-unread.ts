import { NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnsupportedMediaType, answerProblem } from '../../errors/index.js';
import { bodyStream } from './body-digest.js';
import { FORM } from './form-body.js';
import { discardRest } from './read-body.js';
import { bodyOf } from './route-body.js';
import { ROWS_TYPES } from './rows-body.js';
import { uploadTypesOf } from './upload-body.js';

/**
 * Answers an error before the handler of the request. A body of an unknown media type has no reader: it is discarded.
 * Without a route, the answer is that there is none, whatever is wrong with the body.
 */
export function answerUnread(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const isUnread = error instanceof UnsupportedMediaType || error.statusCode === 415;
  const problem = problemOf(error, request);
  if (!isUnread) return answerProblem(problem, request, reply);
  discardRest(bodyStream(request), Number(request.headers['content-length'] ?? 0), () =>
    answerProblem(problem, request, reply),
  );
}

function problemOf(error: Error & { statusCode?: number }, request: FastifyRequest): Error {
  if (request.is404) return new NotFoundException(`Cannot ${request.method} ${request.url}`);
  return error.statusCode === 415 ? new UnsupportedMediaType(typesOf(request)) : error;
}

/** The media types that the route of a request accepts. */
function typesOf(request: FastifyRequest): readonly string[] {
  const { kind } = bodyOf(request);
  if (kind === 'rows') return ROWS_TYPES;
  if (kind === 'upload') return uploadTypesOf(request);
  return kind === 'form' ? [FORM] : ['application/json'];
}
