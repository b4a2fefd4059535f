import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { RequestScope } from '#platform/database';
import { FairSemaphore } from '#platform/fairness';

/**
 * Argon2id with 19 MiB, 2 passes and 1 lane: OWASP, Password Storage Cheat Sheet. The library's default algorithm is
 * Argon2id.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Concurrent hashes: each uses 19 MiB and a processor for some 30 ms. */
const HASHED_AT_ONCE = { what: 'attempts to log in', total: 2, perKey: 1, waitingPerKey: 30, waitMs: 10_000 } as const;

/** The result of checking a password. */
interface PasswordCheck {
  readonly matches: boolean;
  /** The hash has outdated parameters: rehash the password while it is known. */
  readonly isOutdated: boolean;
}

/** Hashes and checks passwords on the thread pool. @throws TooManyRequests if too many wait */
@Injectable()
export class Passwords implements OnModuleInit {
  private readonly semaphore = new FairSemaphore(HASHED_AT_ONCE);
  private decoy = '';

  constructor(private readonly scope: RequestScope) {}

  async onModuleInit(): Promise<void> {
    this.decoy = await this.hash(randomBytes(32).toString('base64'));
  }

  /** @returns the hash in PHC format, with its parameters and salt */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalised(password), PARAMETERS));
  }

  /** @param stored null: the user does not exist, or has no password; this takes as long as a wrong password */
  async check(stored: string | null, password: string): Promise<PasswordCheck> {
    const isRight = await this.inTurn(() => verify(stored ?? this.decoy, normalised(password)));
    return { matches: stored !== null && isRight, isOutdated: stored !== null && isOutdated(stored) };
  }

  /** Queues by network, so that the attempts of one network do not delay another's. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const { call } = this.scope;
    return this.semaphore.run(call?.network ?? '', work, call?.waitBudget);
  }
}

/** The same text typed on different keyboards must match (NIST SP 800-63B, section 5.1.1.2). */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return (
    !stored.startsWith('$argon2id$') ||
    memoryCost !== PARAMETERS.memoryCost ||
    timeCost !== PARAMETERS.timeCost ||
    parallelism !== PARAMETERS.parallelism
  );
}
