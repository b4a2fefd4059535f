import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { LogLevel } from '../../config/index.js';
import { fieldsOf } from '../logs/log-fields.js';
import { isLogged } from '../logs/log-level.js';
import { requestDuration } from './request.metrics.js';
import { CALLS, hooks } from './route-hooks.js';

/**
 * Has every route answer with its request's id, count its answers and log each when it is complete: who, what, which status, how
 * long. Never headers, bodies or the query, and the route's pattern instead of the URL. Calls of admins and operators are told
 * of at `info`, all else at `debug`. A route whose `logLevel` is `silent` tells of itself: the webhook, for which even a hook
 * would be much.
 */
export function logRequests(server: FastifyInstance, configured: LogLevel): void {
  const log = new Logger('Request');
  server.addHook('onRoute', (route) => {
    if (route.logLevel === 'silent') return;
    const level = route.url.startsWith(CALLS) ? 'info' : 'debug';
    const told = isLogged(level, configured);
    const tell = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      requestDuration.observe({ method: request.method, route: route.url, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1_000);
      if (told) log[level === 'info' ? 'log' : 'debug'](lineOf(request, reply, route), 'answered');
      done();
    };
    route.onRequest = [sendId, ...hooks(route.onRequest)];
    route.onResponse = [...hooks(route.onResponse), tell];
  });
}

function sendId(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.header('x-request-id', request.id);
  done();
}

function lineOf(request: FastifyRequest, reply: FastifyReply, route: RouteOptions): object {
  return { ...fieldsOf(request), method: request.method, route: route.url, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime * 10) / 10 };
}
