import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { CONFIG, type Config } from '../config/index.js';

export type RedisClient = Redis;

/** Injection token of the process's {@link RedisClient}; null where `REDIS_URL` is unset. */
export const REDIS = Symbol('Redis');

/** The longest wait between two tries to connect. */
const MAX_RETRY_MS = 2_000;

/**
 * One connection to Redis for what the process asks it besides its jobs, which have BullMQ's own. A command fails at
 * once while the connection is away, and is never kept for later: whoever asks has another answer.
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
    retryStrategy: (tries) => Math.min(tries * 100, MAX_RETRY_MS),
  });
  // Who asks tells of the failure once; the client would tell of every try.
  redis.on('error', (error) => log.debug(error.message));
  return redis;
}
