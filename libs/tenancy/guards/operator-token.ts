import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { TooManyRequests } from '#platform/errors';
import { networkOf } from '#platform/fairness';
import { OperatorGuesses } from '../throttle/operator-guesses.js';
import { tokenHash } from '../tokens/token.js';

/** The operator token. Guesses are limited by network: see {@link OperatorGuesses}. */
@Injectable()
export class OperatorToken {
  private readonly hash: Buffer;
  private readonly guesses = new OperatorGuesses();

  constructor(@Inject(CONFIG) config: Config) {
    this.hash = tokenHash(config.operatorToken);
  }

  /**
   * Compares hashes of equal length in constant time.
   * @param address of the caller
   * @throws TooManyRequests after too many guesses from its network; for a trusted network only if the token is wrong
   */
  is(token: string, address: string): boolean {
    const network = networkOf(address);
    const wait = this.guesses.waitOf(network);
    if (wait !== null && !this.guesses.isTrusted(network)) throw tooMany(wait);
    const hash = tokenHash(token);
    if (timingSafeEqual(hash, this.hash)) {
      this.guesses.trust(network);
      return true;
    }
    if (wait !== null) throw tooMany(wait);
    this.guesses.count(network, hash);
    return false;
  }
}

function tooMany(seconds: number): TooManyRequests {
  return new TooManyRequests('too many wrong operator tokens from this network: try again later', seconds);
}
