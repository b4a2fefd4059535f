import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';

/**
 * The number of connections that the kernel queues until the process accepts them. Node's default is 511: if more
 * clients connect at once, the kernel drops their packets and they retry after 1, 3 and 7 seconds, including a
 * liveness probe. The kernel lowers this to `net.core.somaxconn`, 4,096 on Linux.
 */
const BACKLOG = 4_096;

/** Accepts connections at the configured address. */
export async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  await app.listen({ port, host, backlog: BACKLOG });
}
