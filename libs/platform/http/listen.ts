import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, StartError, cannotListen } from '../config/index.js';
import { errorOf } from '../thrown/index.js';

/**
 * The number of connections that the kernel queues until the process accepts them. Node's default is 511: if more
 * clients connect at once, the kernel drops their packets and they retry after 1, 3 and 7 seconds, including a
 * liveness probe. The kernel lowers this to `net.core.somaxconn`, 4,096 on Linux.
 */
const BACKLOG = 4_096;

/**
 * Initialises the application, and accepts connections at the configured address.
 * @throws StartError if it cannot listen there
 */
export async function listen(app: NestFastifyApplication, { port, host, metricsPort }: Config): Promise<void> {
  if (port === metricsPort && port !== 0)
    throw new StartError(`METRICS_PORT should be another port than PORT, ${port}`);
  await app.init();
  try {
    await app.listen({ port, host, backlog: BACKLOG });
    new Logger('Start').log(`listening on ${await app.getUrl()}`);
  } catch (error) {
    throw cannotListen(host, port, errorOf(error));
  }
}
