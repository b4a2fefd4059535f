import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { Forbidden, type Problem, Unauthorized, answerProblem } from '#platform/errors';
import { isForeign, tokenIn } from './board-credentials.js';

/** The page brings all that it needs, and asks nobody else for fonts. */
const HEADERS = {
  'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/**
 * Routes, pages, files and calls alike, behind the operator token. The check is a hook of the very scope in which they are
 * registered: a middleware beside them would match paths in its own way, and miss what the router does not.
 * @param isOperator whether a token is the operator's, in constant time
 */
export function behindOperatorToken(routes: FastifyPluginCallback, isOperator: (token: string) => boolean): FastifyPluginCallback {
  return (scope, options, done) => {
    scope.addHook('onRequest', (request, reply, next) => {
      void reply.headers(HEADERS);
      const refused = refusal(request, isOperator);
      if (refused === null) return next();
      if (refused instanceof Unauthorized) void reply.header('www-authenticate', 'Basic realm="operator"');
      // Not thrown: the routes may have an error handler of their own.
      answerProblem(refused, request, reply);
    });
    routes(scope, options, done);
  };
}

function refusal({ headers, method }: FastifyRequest, isOperator: (token: string) => boolean): Problem | null {
  const token = tokenIn(headers.authorization);
  if (token === null || !isOperator(token)) return new Unauthorized('the password is the operator token; the user name does not matter');
  const site = headers['sec-fetch-site'];
  return isForeign(method, Array.isArray(site) ? site.join() : site) ? new Forbidden('another site may not change the queues') : null;
}
