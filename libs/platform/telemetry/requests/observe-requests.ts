import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/index.js';
import { logRequests } from './log-requests.js';
import { traceRequests } from './trace-requests.js';

/** Logs, counts and, with a collector, traces the requests of a server. Call it before routes are registered. */
export function observeRequests(server: FastifyInstance, { logLevel, traces }: Config): void {
  logRequests(server, logLevel);
  if (traces !== null) traceRequests(server);
}
