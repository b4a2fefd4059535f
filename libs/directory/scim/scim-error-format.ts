import { Injectable, NotFoundException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, addErrorFormat } from '#platform/errors';
import { SCIM_PATH } from './scim-call.js';
import { answerScimError } from './scim-errors.js';

/**
 * Answers every error below `/engine/scim/v2` in SCIM's format. That includes errors before a controller runs: an
 * unknown path, a method that a resource does not have (405), a body that is too large or of another media type.
 */
@Injectable()
export class ScimErrorFormat {
  private readonly routes = new Map<string, Set<string>>();

  /** In the constructor: Nest registers the routes, which the hook must see, before it initialises modules. */
  constructor(adapterHost: HttpAdapterHost<FastifyAdapter>) {
    const server: FastifyInstance = adapterHost.httpAdapter.getInstance();
    server.addHook('onRoute', ({ url, method }) => {
      if (!url.startsWith(SCIM_PATH)) return;
      const methods = this.routes.get(url) ?? new Set();
      for (const one of [method].flat()) methods.add(one);
      this.routes.set(url, methods);
    });
    addErrorFormat(server, {
      path: SCIM_PATH,
      answer: (error, request, reply) => answerScimError(this.refusalOf(error, request, reply), request, reply),
    });
  }

  private refusalOf(error: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (!request.is404 || !(error instanceof NotFoundException)) return error;
    const [path = ''] = request.url.split('?', 1);
    if (UNSUPPORTED.has(path)) return new Problem(501, 'not_implemented', 'this part of SCIM is not supported');
    const methods = [...this.routes].find(([pattern]) => isPathOf(pattern, path))?.[1];
    if (methods === undefined) return new Problem(404, 'not_found', 'there is no such SCIM resource');
    const allowed = [...methods].toSorted().join(', ');
    void reply.header('allow', allowed);
    return new Problem(405, 'method_not_allowed', `this resource has only ${allowed}`);
  }
}

/** Optional parts of the standard; for `/Me`, RFC 7644, section 3.11 sets the status. */
const UNSUPPORTED = new Set([`${SCIM_PATH}/Me`, `${SCIM_PATH}/Bulk`]);

/** `/engine/scim/v2/Users/:id` is the pattern of `/engine/scim/v2/Users/wrk_1`. */
function isPathOf(pattern: string, path: string): boolean {
  const [parts, given] = [pattern.split('/'), path.split('/')];
  return (
    parts.length === given.length &&
    parts.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}
