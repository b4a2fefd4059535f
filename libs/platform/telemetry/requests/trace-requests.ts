import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RequestSpan, beginRequestSpan } from '../traces/spans.js';
import { CALLS, hooks } from './route-hooks.js';

/** Gives every call of the API a span, from its first line to the end of its answer, in which its handler runs. */
export function traceRequests(server: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  server.addHook('onRoute', (route) => {
    if (!route.url.startsWith(CALLS)) return;
    const begin = (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
      const span = beginRequestSpan(request.method, route.url, request.headers.traceparent);
      if (span !== undefined) spans.set(request, span);
      done();
    };
    // Reading a body loses the context that a hook before it sets.
    const enter = (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
      const span = spans.get(request);
      if (span === undefined) done();
      else span.enter(done);
    };
    const end = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      spans.get(request)?.end(reply.statusCode);
      done();
    };
    route.onRequest = [begin, ...hooks(route.onRequest)];
    route.preHandler = [...hooks(route.preHandler), enter];
    route.onResponse = [...hooks(route.onResponse), end];
  });
}
