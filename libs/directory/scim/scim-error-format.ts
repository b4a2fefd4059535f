import { Injectable, NotFoundException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, addErrorFormat, methodsAt } from '#platform/errors';
import { SCIM_PATH } from './scim-call.js';
import { answerScimError } from './scim-errors.js';

/**
 * Answers every error below `/engine/scim/v2` in SCIM's format. That includes errors before a controller runs: an
 * unknown path, a method that a resource does not have (405), a body that is too large or of another media type.
 */
@Injectable()
export class ScimErrorFormat {
  constructor(adapterHost: HttpAdapterHost<FastifyAdapter>) {
    const server: FastifyInstance = adapterHost.httpAdapter.getInstance();
    addErrorFormat(server, {
      path: SCIM_PATH,
      answer: (error, request, reply) => answerScimError(refusalOf(error, request), request, reply),
    });
  }
}

function refusalOf(error: unknown, request: FastifyRequest): unknown {
  if (!request.is404 || !(error instanceof NotFoundException)) return error;
  const [path = ''] = request.url.split('?', 1);
  if (UNSUPPORTED.has(path)) return new Problem(501, 'not_implemented', 'this part of SCIM is not supported');
  return methodsAt(request) === '' ? new Problem(404, 'not_found', 'there is no such SCIM resource') : error;
}

/** Optional parts of the standard; for `/Me`, RFC 7644, section 3.11 sets the status. */
const UNSUPPORTED = new Set([`${SCIM_PATH}/Me`, `${SCIM_PATH}/Bulk`]);
