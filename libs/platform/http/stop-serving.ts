import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Draining } from '../lifecycle/index.js';

/**
 * How long the process still answers requests, asking each client to reconnect. By the end of it, the load balancer has
 * removed the process.
 */
const DRAIN_MS = 1_000;
/** How long pending requests may take after the port is closed. */
const IN_FLIGHT_MS = 4_000;
const IDLE_CHECK_MS = 50;

/**
 * Stops serving without dropping a request. Readiness becomes 503, and responses close their connections. Then the port
 * and idle connections are closed, and at last the connections of pending requests that take too long.
 */
export async function stopServing(app: NestFastifyApplication): Promise<void> {
  app.get(Draining).begin();
  const server: Server = app.getHttpServer();
  server.prependListener('request', (_request: unknown, response: ServerResponse) =>
    response.setHeader('connection', 'close'),
  );
  await sleep(DRAIN_MS);
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const late = setTimeout(() => server.closeAllConnections(), IN_FLIGHT_MS);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(late);
}
