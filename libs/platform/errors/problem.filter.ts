import { STATUS_CODES } from 'node:http';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LogBudget } from '../telemetry/index.js';
import { messageOf } from '../thrown/index.js';
import { errorFormatOf } from './error-format.js';
import { Invalid, MethodNotAllowed, Problem, TooManyRequests, Unavailable } from './problem.js';
import { methodsAt, pathWithoutSlash } from './route-methods.js';

const log = new Logger('http');

/**
 * Log lines a second about failed requests, and about temporarily refused ones: a client can cause either repeatedly.
 */
const LINES_PER_SECOND = 20;
const failures = new LogBudget(LINES_PER_SECOND, (more) => log.error(`… and ${more} more requests failed`));
const refusals = new LogBudget(LINES_PER_SECOND, (more) => log.warn(`… and ${more} more requests temporarily refused`));

/** Seconds after which a client may retry after a 503. */
const RETRY_AFTER = 2;

/** Answers every error that Nest catches; see {@link answerProblem}. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/**
 * Answers an error as `application/problem+json`, with the name of the status as its title (RFC 9457, section 4.2.1),
 * or in the format of its part of the API. An error that is no {@link Problem} is logged, and its client gets no
 * details.
 */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // A guard refuses before the interceptor that marks responses, and a cache may store a 404 (RFC 9111, section 4.2.2).
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  const format = errorFormatOf(request);
  if (format !== undefined) return format.answer(error, request, reply);
  const problem = problemOf(error, request);
  const status = problem.getStatus();
  const { code, detail, errors, extensions } = problem;
  const seconds = retryAfterOf(problem);
  if (seconds !== null) reply.header('retry-after', seconds);
  if (problem instanceof MethodNotAllowed) reply.header('allow', problem.allowed);
  // RFC 9110, section 15.5.2. A route with another scheme has named it.
  if (status === 401 && !reply.hasHeader('www-authenticate')) reply.header('www-authenticate', 'Bearer');
  // The body is not read: further data must not keep the connection open.
  if (status === 415) reply.header('connection', 'close');
  void reply
    .code(status)
    .header('content-type', 'application/problem+json')
    .send(
      Buffer.from(
        JSON.stringify({
          type: 'about:blank',
          status,
          title: STATUS_CODES[status],
          code,
          detail,
          errors,
          ...extensions,
        }),
      ),
    );
}

/** Seconds after which the client may retry; null: a retry does not help. */
export function retryAfterOf(problem: Problem): number | null {
  if (problem instanceof TooManyRequests) return problem.retryAfterSeconds;
  return problem.getStatus() === 503 ? RETRY_AFTER : null;
}

/** The problem that the client gets for an error; unexpected errors are logged. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Unavailable && refusals.take())
    log.warn(
      { requestId: request.id, url: request.routeOptions.url, reason: error.message },
      'request refused for now',
    );
  if (error instanceof Problem) return error;
  const unrouted = request.is404 && error instanceof NotFoundException ? problemOfPath(request) : null;
  if (unrouted !== null) return unrouted;
  if (isRefusedText(error))
    return new Invalid([{ field: 'request', message: 'has a character that cannot be stored (NUL)' }]);
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status < 500) return new Problem(status, CODES[status] ?? 'bad_request', messageOf(error));
  if (failures.take())
    log.error({ err: error, requestId: request.id, url: request.routeOptions.url }, 'request failed');
  return new Problem(500, 'internal', 'the request failed; it is logged with its id');
}

/** For a path that has other methods, or is one without the slash at its end; null: it is unknown. */
function problemOfPath(request: FastifyRequest): Problem | null {
  const methods = methodsAt(request);
  if (methods !== '') return new MethodNotAllowed(methods);
  const shorter = pathWithoutSlash(request);
  if (shorter === null) return null;
  return new Problem(404, 'not_found', `there is no ${shorter}/: leave out the slash at its end`);
}

const CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};

/** PostgreSQL's text stores every character but NUL (SQLSTATE 22021 and, inside JSON, 22P05). */
function isRefusedText(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05');
}

/** Fastify's errors (a body that is not JSON or too large) have a status. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
