import type { RedisClient } from '#platform/redis';
import { within } from '#platform/lifecycle';
import type { AttemptCounter, AttemptCount, AttemptLimit } from './attempt-counter.js';

/**
 * A user waits for the response, and after this time PostgreSQL counts instead. It does not have the counts of Redis,
 * so that a shorter time would allow further attempts whenever the process is busy for a moment.
 */
const TIMEOUT_MS = 500;

/** Counts attempts in Redis, whose clock ends the windows. */
export class RedisAttempts implements AttemptCounter {
  constructor(private readonly redis: RedisClient) {}

  /** @throws Error if Redis does not answer */
  async add(limit: AttemptLimit): Promise<AttemptCount> {
    const reply = await within(TIMEOUT_MS, this.redis.eval(ADD, 1, nameOf(limit), limit.seconds));
    const [attempts, secondsLeft] = Array.isArray(reply) ? reply.map(Number) : [];
    if (attempts === undefined || secondsLeft === undefined || !Number.isFinite(attempts + secondsLeft))
      throw new Error('an unknown reply');
    return { attempts, secondsLeft };
  }

  /** @throws Error if Redis does not answer */
  async subtract(all: readonly AttemptLimit[]): Promise<void> {
    await within(TIMEOUT_MS, Promise.all(all.map((limit) => this.redis.eval(SUBTRACT, 1, nameOf(limit)))));
  }
}

function nameOf({ key }: AttemptLimit): string {
  return `login-attempts:${key}`;
}

const ADD = `
local attempts = redis.call('INCR', KEYS[1])
if attempts == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return { attempts, redis.call('TTL', KEYS[1]) }
`;

/** Does not start a new window. */
const SUBTRACT = `if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('DECR', KEYS[1]) end`;
