import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { TooManyRequests } from '#platform/errors';
import { REDIS, type RedisClient } from '#platform/redis';
import type { AttemptCounter, AttemptLimit } from './attempt-counter.js';
import { networkOf } from '#platform/fairness';
import { messageOf } from '#platform/thrown';
import { PostgresAttempts } from './postgres-attempts.js';
import { RedisAttempts } from './redis-attempts.js';

const WINDOW_SECONDS = 15 * 60;
/** Ten guesses in fifteen minutes do not find a password that the rules allow. */
const PER_ACCOUNT = 10;
/** The same as for an account: a stolen device cookie allows no more guesses than a stranger has. */
const PER_DEVICE = 10;
/** Many people behind one address mistype sometimes; successful log-ins are not counted. */
const PER_NETWORK = 100;

/**
 * Limits guesses of passwords: attempts are counted by account and by network, over all processes. Only log-ins are
 * refused; open sessions continue. Unknown accounts are counted like known ones. Attempts from a browser that the
 * account knows (DeviceCookie) are counted by that browser only, so that guesses of others do not lock the account's
 * owner out.
 *
 * `rate-limiter-flexible` (11.4.0) does not replace the counters: its PostgreSQL store writes to a table of exactly
 * three columns (`key`, `points`, `expire`), from pooled connections without a scope. The engine's tables have the
 * tenant in every key, and forced row level security. Its `reward` also begins a new window with a credit where the
 * window has ended, and it takes one round trip a key.
 */
@Injectable()
export class LoginThrottle {
  private readonly log = new Logger(LoginThrottle.name);
  private readonly shared: AttemptCounter | null;
  /** Redis has not counted the last attempt. */
  private isSharedLost = false;

  constructor(
    @Inject(REDIS) redis: RedisClient | null,
    private readonly postgres: PostgresAttempts,
  ) {
    this.shared = redis === null ? null : new RedisAttempts(redis);
  }

  /**
   * The counters of a log-in: its network and its account. The network is first, so that one network begins at most as
   * many counters of accounts as it may make attempts.
   */
  ofLogin(tenant: string, email: string, address: string): AttemptLimit[] {
    return [
      attemptLimit(PER_NETWORK, 'network', networkOf(address)),
      attemptLimit(PER_ACCOUNT, 'account', tenant, email),
    ];
  }

  /** The counter of a log-in from a browser that the account knows. @param nonce of its device cookie */
  ofDevice(nonce: string): AttemptLimit[] {
    return [attemptLimit(PER_DEVICE, 'device', nonce)];
  }

  /**
   * The counter of a callback from a tenant's OpenID provider. Wrong passwords from the same network do not count, nor
   * do log-ins of other tenants, whose provider may fail each of them.
   */
  ofSignOn(tenantId: string, address: string): AttemptLimit[] {
    return [attemptLimit(PER_NETWORK, 'sign-on network', tenantId, networkOf(address))];
  }

  /** The counter of a logged-in user's own password. */
  ofUser(userId: string): AttemptLimit[] {
    return [attemptLimit(PER_ACCOUNT, 'user', userId)];
  }

  /**
   * Counts an attempt before it is made, so that concurrent attempts are all counted. The counters after one that is
   * over its limit stay as they are.
   * @throws TooManyRequests
   */
  async count(all: readonly AttemptLimit[]): Promise<void> {
    for (const one of all) {
      const { attempts, secondsLeft } = await this.ask((counter) => counter.add(one));
      if (attempts > one.limit)
        throw new TooManyRequests('too many attempts to log in: try again later', Math.max(1, secondsLeft));
    }
  }

  /**
   * Removes a successful attempt from the counts, or one that could guess nothing. Earlier failures still count: otherwise the owner of one account
   * could guess others' passwords between log-ins.
   */
  async uncount(all: readonly AttemptLimit[]): Promise<void> {
    await this.ask((counter) => counter.subtract(all));
  }

  private async ask<T>(question: (counter: AttemptCounter) => Promise<T>): Promise<T> {
    if (this.shared === null) return question(this.postgres);
    try {
      const answer = await question(this.shared);
      this.isSharedLost = false;
      return answer;
    } catch (error) {
      // Anybody can cause attempts: each would be a line of the log.
      if (!this.isSharedLost)
        this.log.warn(`Redis cannot count log-in attempts, PostgreSQL counts them: ${messageOf(error)}`);
      this.isSharedLost = true;
      return question(this.postgres);
    }
  }
}

function attemptLimit(limit: number, ...of: readonly string[]): AttemptLimit {
  return { key: createHash('sha256').update(JSON.stringify(of)).digest('hex'), limit, seconds: WINDOW_SECONDS };
}
