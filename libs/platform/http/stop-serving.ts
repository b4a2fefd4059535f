import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Draining } from '../lifecycle/index.js';

/**
 * So long all is answered as ever, and each answer asks its client to connect anew: where to, a load balancer has
 * learnt by then.
 */
const DRAIN_MS = 1_000;
/** Requests that are under way when no more are taken get so long for their answers. */
const IN_FLIGHT_MS = 4_000;
const IDLE_CHECK_MS = 50;

/**
 * Stops serving without a request that is sent and not answered: readiness turns 503 and answers close their
 * connections, then the port is given up, connections without a request are closed, and at last those whose request
 * takes too long or never comes.
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
