import type { FastifyReply, FastifyRequest } from 'fastify';
import { MethodNotAllowed, type Problem, problemOf, retryAfterOf } from '#platform/errors';
import { firstCharacters } from '#platform/text';
import { ErrorResponse, ScimError } from './scim-schemas.js';

export const SCIM_JSON = 'application/scim+json';

/** Answers any error in the format of RFC 7644, section 3.12. */
export function answerScimError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = responseTo(error, request, reply);
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="SCIM"');
  // The body is not read: further data must not keep the connection open.
  if (status === 415) void reply.header('connection', 'close');
  void reply
    .code(status)
    .header('content-type', SCIM_JSON)
    .send(Buffer.from(JSON.stringify(body)));
}

interface ScimErrorResponse {
  readonly status: number;
  readonly body: object;
}

function responseTo(error: unknown, request: FastifyRequest, reply: FastifyReply): ScimErrorResponse {
  if (error instanceof ScimError)
    return { status: error.status, body: errorBody(error.status, error.message, error.scimType) };
  const problem = problemOf(error, request);
  const seconds = retryAfterOf(problem);
  if (seconds !== null) void reply.header('retry-after', seconds);
  if (problem instanceof MethodNotAllowed) void reply.header('allow', problem.allowed);
  const { status, scimType } = scimStatus(problem);
  return { status, body: errorBody(status, problem.detail, scimType) };
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

/** Not the library's error class, which refuses most statuses, including 503. */
function errorBody(status: number, detail: string, scimType: string | undefined): object {
  const kind = scimType ? { scimType } : {};
  return {
    schemas: [ErrorResponse.id],
    status: String(status),
    ...kind,
    detail: firstCharacters(detail, MAX_DETAIL_LENGTH),
  };
}

/** The library repeats whole values in its messages. */
const MAX_DETAIL_LENGTH = 1_000;

/** The error for an invalid value of a body or a query. */
export function invalidValue(detail: string): InstanceType<typeof ScimError> {
  return new ScimError(400, 'invalidValue', detail);
}

/** Runs a call of the library and maps its TypeError, which means an invalid resource. @throws ScimError */
export function mapTypeError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof TypeError ? invalidValue(error.message) : error;
  }
}
