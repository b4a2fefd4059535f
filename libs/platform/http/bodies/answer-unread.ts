import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnsupportedMediaType, answerProblem } from '../../errors/index.js';
import { bodyStream } from './body-digest.js';
import { discardRest } from './read-body.js';

/** Answers an error before the handler of the request. A body of an unknown media type has no reader: it is discarded. */
export function answerUnread(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const answer = (): void => answerProblem(error, request, reply);
  if (error instanceof UnsupportedMediaType || error.statusCode === 415)
    discardRest(bodyStream(request), Number(request.headers['content-length'] ?? 0), answer);
  else answer();
}
