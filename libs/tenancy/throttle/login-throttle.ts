import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { TooManyRequests } from '#platform/errors';
import { REDIS, type RedisClient } from '#platform/redis';
import type { AttemptCounter, AttemptLimit } from './attempt-counter.js';
import { networkOf } from '#platform/shares';
import { PostgresAttempts } from './postgres-attempts.js';
import { RedisAttempts } from './redis-attempts.js';

const WINDOW_SECONDS = 15 * 60;
/** Ten guesses in a quarter of an hour find no password that the rules let through. */
const PER_ACCOUNT = 10;
/** No more than per account: a stolen device cookie gives no more guesses than a stranger has. */
const PER_DEVICE = 10;
/** An office of people behind one address types wrongly now and then; who logs in is not counted. */
const PER_NETWORK = 100;

/**
 * Slows down the guessing of passwords: tries are counted by account and by network, over all processes. Only logging
 * in is refused: whoever is logged in stays so. Unknown accounts are counted as known ones are. Tries from a browser
 * that the account knows (DeviceCookie) are counted by that browser alone, so that strangers who guess do not lock the
 * account's owner out.
 */
@Injectable()
export class LoginThrottle {
  private readonly log = new Logger(LoginThrottle.name);
  private readonly shared: AttemptCounter | null;

  constructor(
    @Inject(REDIS) redis: RedisClient | null,
    private readonly postgres: PostgresAttempts,
  ) {
    this.shared = redis === null ? null : new RedisAttempts(redis);
  }

  /** The tries that one login is: of its account, and of the network that it comes from. */
  ofLogin(tenant: string, email: string, address: string): AttemptLimit[] {
    return [tries(PER_ACCOUNT, 'account', tenant, email), tries(PER_NETWORK, 'network', networkOf(address))];
  }

  /** The tries of a log-in from a browser that the account knows. @param nonce of its device cookie */
  ofDevice(nonce: string): AttemptLimit[] {
    return [tries(PER_DEVICE, 'device', nonce)];
  }

  /** The tries of who comes back from an OpenID provider. Wrong passwords from the same network do not count. */
  ofSignOn(address: string): AttemptLimit[] {
    return [tries(PER_NETWORK, 'sign-on network', networkOf(address))];
  }

  /** The tries of a logged-in user's own password. */
  ofUser(userId: string): AttemptLimit[] {
    return [tries(PER_ACCOUNT, 'user', userId)];
  }

  /** Counts a try before it is made, so that many at once are as many. @throws TooManyRequests */
  async count(all: readonly AttemptLimit[]): Promise<void> {
    const counts = await this.ask((counter) => counter.add(all));
    const over = counts
      .filter(({ tries: { limit }, attempts }) => attempts > limit)
      .map(({ secondsLeft }) => secondsLeft);
    if (over.length > 0)
      throw new TooManyRequests('too many attempts to log in: try again later', Math.max(1, ...over));
  }

  /**
   * After a try that was right: it does not count. The wrong ones before it do, or whoever has one account could guess
   * others' between its log-ins.
   */
  async forgive(all: readonly AttemptLimit[]): Promise<void> {
    await this.ask((counter) => counter.giveBack(all));
  }

  private async ask<T>(question: (counter: AttemptCounter) => Promise<T>): Promise<T> {
    if (this.shared === null) return question(this.postgres);
    return question(this.shared).catch((error: unknown) => {
      this.log.warn(
        `Redis does not count attempts to log in, PostgreSQL does: ${error instanceof Error ? error.message : String(error)}`,
      );
      return question(this.postgres);
    });
  }
}

function tries(limit: number, ...of: readonly string[]): AttemptLimit {
  return { key: createHash('sha256').update(JSON.stringify(of)).digest('hex'), limit, seconds: WINDOW_SECONDS };
}
