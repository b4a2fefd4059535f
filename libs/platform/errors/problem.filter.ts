import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** Answers every error as `application/problem+json` (RFC 9457); what is not a {@link Problem} is logged and told nothing of. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = this.problemOf(error, request);
    const status = problem.getStatus();
    const { code, detail, errors } = problem;
    void http
      .getResponse<FastifyReply>()
      .code(status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', status, title: problem.name, code, detail, errors }));
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status < 500) return new Problem(status, CODES[status] ?? 'bad_request', messageOf(error));
    this.log.error({ err: error, requestId: request.id, url: request.routeOptions.url }, 'request failed');
    return new Problem(500, 'internal', 'the request failed; it is logged with its id');
  }
}

const CODES: Readonly<Record<number, string>> = { 400: 'bad_request', 404: 'not_found', 405: 'method_not_allowed', 413: 'payload_too_large', 415: 'unsupported_media_type' };

/** Fastify's own errors (a body that is no JSON, one that is too large) carry their status. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'bad request';
}
