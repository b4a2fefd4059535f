import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { LogLevel } from '../../config/index.js';
import { LogBudget } from '../logs/log-budget.js';
import { type LogFields, fieldsOf } from '../logs/log-fields.js';
import { isLogged } from '../logs/log-level.js';
import { requestDuration } from './request.metrics.js';
import { CALLS, hooks } from './route-hooks.js';

/**
 * Lines a second about refused calls: of callers whom nobody knows, and of members. Either can cause them as often as
 * they like.
 */
const REFUSALS_PER_SECOND = { nobody: 20, member: 100 } as const;

/**
 * Has every route answer with its request's id, count its answers and log each when it is complete: who, what, which
 * status, how long. Never headers, bodies or the query, and the route's pattern instead of the URL. Calls of admins and
 * operators are told of at `info`, all else at `debug`; of refused calls so many a second, and then their number. A
 * route whose `logLevel` is `silent` tells of itself: the webhook, for which even a hook would be much.
 */
export function logRequests(server: FastifyInstance, configured: LogLevel): void {
  const log = new Logger('Request');
  const budgetOf = (who: keyof typeof REFUSALS_PER_SECOND): LogBudget =>
    new LogBudget(REFUSALS_PER_SECOND[who], (more) => log.log(`… and ${more} more refused calls`));
  const budgets = { nobody: budgetOf('nobody'), member: budgetOf('member') };
  server.addHook('onClose', (_server, done) => {
    for (const budget of Object.values(budgets)) budget.close();
    done();
  });
  server.addHook('onRoute', (route) => {
    if (route.logLevel === 'silent') return;
    const level = route.url.startsWith(CALLS) ? 'info' : 'debug';
    const told = isLogged(level, configured);
    const tell = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      requestDuration.observe(
        { method: request.method, route: route.url, status: `${Math.floor(reply.statusCode / 100)}xx` },
        reply.elapsedTime / 1_000,
      );
      if (told) {
        const line = lineOf(request, reply, route);
        const isRefused = reply.statusCode >= 400;
        if (!isRefused || budgets[line.actor === undefined ? 'nobody' : 'member'].take())
          log[level === 'info' ? 'log' : 'debug'](line, 'answered');
      }
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

function lineOf(
  request: FastifyRequest,
  reply: FastifyReply,
  route: RouteOptions,
): LogFields & Record<string, unknown> {
  return {
    ...fieldsOf(request),
    method: request.method,
    route: route.url,
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 10) / 10,
  };
}
