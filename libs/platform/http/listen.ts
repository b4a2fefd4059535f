import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';

/**
 * Connections that the kernel holds until the process accepts them. Node asks for 511: where more clients than that
 * connect at once, the kernel drops what they send and they try again after 1, 3 and 7 seconds, a liveness probe with
 * them. The kernel lowers this to `net.core.somaxconn`, 4,096 on Linux.
 */
const BACKLOG = 4_096;

/** Accepts connections at the configured address. */
export async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  await app.listen({ port, host, backlog: BACKLOG });
}
