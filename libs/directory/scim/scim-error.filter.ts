import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemOf, retryAfterOf } from '#platform/errors';
import { ErrorResponse, ScimError } from './scim-schemas.js';

export const SCIM_JSON = 'application/scim+json';

/** Answers every error of a SCIM route, its guard's among them, as the standard has it (RFC 7644, section 3.12). */
@Catch()
export class ScimErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { status, body } = answerTo(error, http.getRequest<FastifyRequest>(), reply);
    void reply
      .code(status)
      .header('content-type', SCIM_JSON)
      .send(Buffer.from(JSON.stringify(body)));
  }
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

function answerTo(error: unknown, request: FastifyRequest, reply: FastifyReply): Answer {
  if (error instanceof ScimError)
    return { status: error.status, body: shown(error.status, error.message, error.scimType) };
  const problem = problemOf(error, request);
  const seconds = retryAfterOf(problem);
  if (seconds !== null) void reply.header('retry-after', seconds);
  const { status, scimType } = scimStatus(problem);
  return { status, body: shown(status, problem.detail, scimType) };
}

function scimStatus(problem: Problem): { status: number; scimType?: string } {
  const status = problem.getStatus();
  if (status === 422) return { status: 400, scimType: 'invalidValue' };
  if (status === 409)
    return {
      status,
      scimType: problem.code === 'key_taken' || problem.code === 'name_taken' ? 'uniqueness' : undefined,
    };
  return { status };
}

/** By hand: the library's own message knows few statuses, and 503 is none of them. */
function shown(status: number, detail: string, scimType: string | undefined): object {
  const kind = scimType ? { scimType } : {};
  return { schemas: [ErrorResponse.id], status: String(status), ...kind, detail: detail.slice(0, LONGEST_DETAIL) };
}

/** The library repeats whole values in its messages. */
const LONGEST_DETAIL = 1_000;

/** A value of a body or a query that is refused. */
export function invalidValue(detail: string): InstanceType<typeof ScimError> {
  return new ScimError(400, 'invalidValue', detail);
}

/** Runs what may find a resource wrong: the library says so by a TypeError. @throws ScimError */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof TypeError ? invalidValue(error.message) : error;
  }
}
