import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/index.js';
import { logRequests } from './log-requests.js';
import { traceRequests } from './trace-requests.js';

/**
 * Has what a server answers be logged, counted and, where there is a collector, traced. Before its routes are
 * registered.
 */
export function observeRequests(server: FastifyInstance, { logLevel, traces }: Config): void {
  logRequests(server, logLevel);
  if (traces !== null) traceRequests(server);
}
