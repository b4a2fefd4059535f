import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { LogLevel } from '../../config/index.js';
import { LogBudget } from '../logs/log-budget.js';
import { type LogFields, fieldsOf } from '../logs/log-fields.js';
import { isLogged } from '../logs/log-level.js';
import { requestDuration } from './request.metrics.js';
import { CALLS, hooks } from './route-hooks.js';

/**
 * Log lines a second about refused requests, of unauthenticated clients and of members. Either can cause them at
 * will.
 */
const REFUSALS_PER_SECOND = { nobody: 20, member: 100 } as const;

/**
 * Makes every route send its request's id, count its responses and log each completed request: actor, request,
 * status, duration. A line contains no headers, body or query, and the route's pattern instead of the URL. Requests
 * of admins and operators are logged at `info`, all others at `debug`; of refused requests a limited number a second,
 * and then their number. A route with the `logLevel` `silent` writes its own logs: the webhook, for which even a hook
 * would be expensive.
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
    const isEnabled = isLogged(level, configured);
    const record = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      requestDuration.observe(
        { method: request.method, route: route.url, status: `${Math.floor(reply.statusCode / 100)}xx` },
        reply.elapsedTime / 1_000,
      );
      if (isEnabled) {
        const line = lineOf(request, reply, route);
        const isRefused = reply.statusCode >= 400;
        if (!isRefused || budgets[line.actor === undefined ? 'nobody' : 'member'].take())
          log[level === 'info' ? 'log' : 'debug'](line, 'answered');
      }
      done();
    };
    route.onRequest = [sendId, ...hooks(route.onRequest)];
    route.onResponse = [...hooks(route.onResponse), record];
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
