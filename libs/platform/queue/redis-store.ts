import { Redis } from 'ioredis';
import { StartError } from '../config/index.js';
import { NotReadyYet } from '../lifecycle/index.js';

const ANSWER_WITHIN_MS = 2_000;

/** What Redis says of a wrong or missing password, or a user without the rights. */
const REFUSED = /^(?:WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/;

/** A Redis that evicts keys when its memory is full loses jobs. https://docs.bullmq.io/guide/going-to-production */
export const SAFE_POLICY = 'noeviction';

/**
 * Connects for a look at Redis, at most two seconds a step.
 * @returns its `maxmemory-policy`
 * @throws NotReadyYet where Redis does not answer now, or still loads its data
 * @throws StartError where it refuses the credentials of `REDIS_URL`
 */
export async function redisPolicy(url: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 0,
  });
  // What goes wrong fails the command under way; the event is the better message where the connection itself cannot be
  // had.
  let reason: Error | null = null;
  redis.on('error', (error: Error) => (reason = error));
  try {
    await redis.connect();
    await redis.ping();
    return await policyOf(redis);
  } catch (error) {
    const { message } = reason ?? (error instanceof Error ? error : new Error(String(error)));
    throw REFUSED.test(message)
      ? new StartError(`REDIS_URL cannot be connected to: ${message}`)
      : new NotReadyYet(`Redis does not answer (REDIS_URL): ${message}`);
  } finally {
    redis.disconnect();
  }
}

/** Managed services forbid CONFIG, but tell the same in INFO. */
async function policyOf(redis: Redis): Promise<string> {
  try {
    const [, policy] = await redis.config('GET', 'maxmemory-policy');
    if (policy !== undefined) return policy;
  } catch {
    // Forbidden, or unknown under that name.
  }
  return /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1] ?? 'unknown';
}
