import { Redis } from 'ioredis';
import { StartError } from '../config/index.js';
import { NotReadyYet } from '../lifecycle/index.js';
import { errorOf } from '../thrown/index.js';

const ANSWER_WITHIN_MS = 2_000;

/** Redis's errors for a wrong or missing password, or missing privileges. */
const REFUSED = /^(?:WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/;

/** With any other policy, Redis loses jobs when its memory is full. https://docs.bullmq.io/guide/going-to-production */
export const SAFE_POLICY = 'noeviction';

/**
 * Connects to Redis to check it, at most two seconds for each step.
 * @returns its `maxmemory-policy`
 * @throws NotReadyYet if Redis does not answer now, or still loads its data
 * @throws StartError if it refuses the credentials of `REDIS_URL`
 */
export async function redisPolicy(url: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 0,
  });
  // A connection error also fails the running command; the message of the event is better if the connection cannot be
  // opened.
  let reason: Error | null = null;
  redis.on('error', (error: Error) => (reason = error));
  try {
    await redis.connect();
    await redis.ping();
    return await policyOf(redis);
  } catch (error) {
    const { message } = reason ?? errorOf(error);
    throw REFUSED.test(message)
      ? new StartError(`REDIS_URL cannot be connected to: ${message}`)
      : new NotReadyYet(`Redis does not answer (REDIS_URL): ${message}`);
  } finally {
    redis.disconnect();
  }
}

/** Managed services forbid CONFIG, but show the same in INFO. */
async function policyOf(redis: Redis): Promise<string> {
  try {
    const [, policy] = await redis.config('GET', 'maxmemory-policy');
    if (policy !== undefined) return policy;
  } catch {
    // Forbidden, or renamed.
  }
  return /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1] ?? 'unknown';
}
