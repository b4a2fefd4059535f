import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { Problem } from '#platform/errors';
import { SigningSecret } from './signing-secret.entity.js';

/** The maximum number of a tenant's live signing secrets. It bounds the HMACs for each request. */
export const MAX_LIVE_SECRETS = 4;

/** 409: the tenant cannot have another live secret until `nextExpiresAt` (ISO 8601). */
class TooManySecrets extends Problem {
  constructor(nextExpiresAt: string) {
    super(
      409,
      'too_many_secrets',
      `at most ${MAX_LIVE_SECRETS} signing secrets may be live: rotate after ${nextExpiresAt}, when the next one expires, or with graceSeconds 0`,
      undefined,
      { nextExpiresAt },
    );
  }
}

/**
 * Makes room for a new secret: the tenant's live ones expire at `expiresAt`, unless they expire sooner. Takes a lock
 * that it holds until the transaction ends, so that concurrent rotations do not exceed the limit.
 * @returns the secrets whose expiry it changed
 * @throws TooManySecrets
 */
export async function expireLiveSecrets(tx: TenantTransaction, expiresAt: Date): Promise<SigningSecret[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('secrets:' || ${tx.tenantId}, 0))`);
  const now = new Date();
  const live = await tx.find(SigningSecret, { $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] });
  const hasGrace = expiresAt > now;
  if (hasGrace && live.length >= MAX_LIVE_SECRETS) {
    throw new TooManySecrets(new Date(Math.min(...live.map(expiryOf))).toISOString());
  }
  const changed = live.filter((secret) => expiryOf(secret) > expiresAt.getTime());
  for (const secret of changed) secret.expiresAt = expiresAt;
  return changed;
}

/** Milliseconds since the epoch. */
function expiryOf({ expiresAt }: SigningSecret): number {
  return expiresAt?.getTime() ?? Infinity;
}
