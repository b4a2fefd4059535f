import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { CONFIG, type Config } from '../config/index.js';
import { RequiredService } from '../lifecycle/index.js';
import { isDemoted } from './is-demoted.js';

export type RedisClient = Redis;

/** Injection token of the process's {@link RedisClient}; null if `REDIS_URL` is unset. */
export const REDIS = Symbol('Redis');

/** The maximum wait between two attempts to connect. */
const MAX_RETRY_MS = 2_000;

/** How long a command waits for a response, before the connection is opened again: Redis may hang, or be replaced. */
const ANSWER_TIMEOUT_MS = 5_000;

/**
 * One connection to Redis for everything but jobs, for which BullMQ has its own. A command fails at once while Redis
 * is unavailable, and is never queued: every caller has a fallback.
 */
@Global()
@Module({
  providers: [
    {
      provide: REDIS,
      inject: [CONFIG],
      useFactory: ({ redisUrl }: Config) => (redisUrl === null ? null : open(redisUrl)),
    },
  ],
  exports: [REDIS],
})
export class RedisModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: RedisClient | null) {}

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}

function open(url: string): RedisClient {
  const log = new Logger(RedisModule.name);
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    socketTimeout: ANSWER_TIMEOUT_MS,
    reconnectOnError: isDemoted,
    retryStrategy: (tries) => Math.min(tries * 100, MAX_RETRY_MS),
  });
  const service = new RequiredService('Redis', log);
  let reason = 'the connection was closed';
  redis.on('ready', () => service.reportAvailable());
  // Every attempt to connect fails with an error, and closes. `disconnect` closes for good.
  redis.on('error', (error) => {
    reason = error.message;
    log.debug(reason);
  });
  redis.on('reconnecting', () => service.reportLost(reason));
  redis.on('end', () => service.release());
  return redis;
}
