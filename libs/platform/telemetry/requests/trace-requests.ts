import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RequestSpan, beginRequestSpan } from '../traces/spans.js';
import { CALLS, hooks } from './route-hooks.js';

const spans = new WeakMap<FastifyRequest, RequestSpan>();

/** Creates a span for every API request, from its first line to the end of its response; the handler runs inside it. */
export function traceRequests(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (!route.url.startsWith(CALLS)) return;
    route.onRequest = [(request, _reply, done) => begin(request, route.url, done), ...hooks(route.onRequest)];
    route.preHandler = [...hooks(route.preHandler), enter];
    route.onResponse = [...hooks(route.onResponse), end];
  });
}

function begin(request: FastifyRequest, route: string, done: () => void): void {
  const span = beginRequestSpan(request.method, route, request.headers.traceparent);
  if (span !== undefined) spans.set(request, span);
  done();
}

/** Right before the handler, because reading a body loses the context that an earlier hook sets. */
function enter(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  const span = spans.get(request);
  if (span === undefined) done();
  else span.enter(done);
}

function end(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  spans.get(request)?.end(reply.statusCode);
  done();
}
