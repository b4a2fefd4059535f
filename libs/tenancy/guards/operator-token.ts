import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { tokenHash } from '../tokens/token.js';

/** The one token of whoever runs the service. */
@Injectable()
export class OperatorToken {
  private readonly hash: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.hash = tokenHash(config.operatorToken);
  }

  /** In a time that tells nothing of the token: equally long hashes are compared. */
  is(token: string): boolean {
    return timingSafeEqual(tokenHash(token), this.hash);
  }
}
