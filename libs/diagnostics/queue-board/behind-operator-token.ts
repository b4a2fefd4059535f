import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { Forbidden, Unauthorized, answerProblem } from '#platform/errors';
import { isForeign, tokenIn } from './board-credentials.js';

/** The page loads nothing from other hosts, not even fonts. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** @throws TooManyRequests after too many guesses from the network of the address */
type IsOperator = (token: string, address: string) => boolean;

/**
 * Registers routes, including pages, files and calls, that require the operator token. The check is a hook in the
 * same Fastify scope: a middleware would match paths differently from the router.
 * @param isOperator whether a token is the operator's, in constant time
 */
export function behindOperatorToken(routes: FastifyPluginCallback, isOperator: IsOperator): FastifyPluginCallback {
  return (scope, options, done) => {
    scope.addHook('onRequest', (request, reply, next) => {
      void reply.headers(HEADERS);
      const refused = refusal(request, isOperator);
      if (refused === null) return next();
      if (refused instanceof Unauthorized) void reply.header('www-authenticate', 'Basic realm="operator"');
      // Not passed to next, because the routes may have their own error handler.
      answerProblem(refused, request, reply);
    });
    routes(scope, options, done);
  };
}

/** @returns the error to send; null: the request has the operator token */
function refusal(request: FastifyRequest, isOperator: IsOperator): unknown {
  try {
    demandOperator(request, isOperator);
    return null;
  } catch (error) {
    return error;
  }
}

/** @throws Unauthorized, TooManyRequests, Forbidden */
function demandOperator({ headers, method, ip }: FastifyRequest, isOperator: IsOperator): void {
  const token = tokenIn(headers.authorization);
  if (token === null || !isOperator(token, ip)) {
    throw new Unauthorized('the password is the operator token; the user name is ignored');
  }
  const site = headers['sec-fetch-site'];
  const isRefused = isForeign(method, Array.isArray(site) ? site.join() : site);
  if (isRefused) throw new Forbidden('another site may not change the queues');
}
