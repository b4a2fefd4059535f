import { type TenantTransaction, lockInTenant } from '#platform/database';
import { Problem } from '#platform/errors';
import { SigningSecret } from './signing-secret.entity.js';

/** The maximum number of a tenant's live signing secrets. It bounds the HMACs for each request. */
export const MAX_LIVE_SECRETS = 4;

/** 409: the tenant cannot have another live secret until `nextExpiresAt` (ISO 8601; null: none expires by itself). */
class TooManySecrets extends Problem {
  constructor(nextExpiresAt: string | null) {
    super(
      409,
      'too_many_secrets',
      nextExpiresAt === null
        ? `at most ${MAX_LIVE_SECRETS} signing secrets may be live: delete one first, or replace one with graceSeconds 0`
        : `at most ${MAX_LIVE_SECRETS} signing secrets may be live: rotate after ${nextExpiresAt}, when the next one expires, or with graceSeconds 0`,
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
  await lockSecrets(tx);
  const now = new Date();
  const live = await liveSecrets(tx, now);
  const hasGrace = expiresAt > now;
  if (hasGrace && live.length >= MAX_LIVE_SECRETS) throw tooMany(live);
  const changed = live.filter((secret) => expiryOf(secret) > expiresAt.getTime());
  for (const secret of changed) secret.expiresAt = expiresAt;
  return changed;
}

/**
 * Makes room for another secret of a name: the live ones of that name expire at `expiresAt`, unless they expire sooner.
 * Takes the same lock as {@link expireLiveSecrets}.
 * @param expiresAt null: they stay as they are
 * @throws TooManySecrets
 */
export async function expireSecretsOf(tx: TenantTransaction, name: string, expiresAt: Date | null): Promise<void> {
  await lockSecrets(tx);
  const now = new Date();
  const live = await liveSecrets(tx, now);
  if (expiresAt !== null)
    for (const secret of live)
      if (secret.name === name && expiryOf(secret) > expiresAt.getTime()) secret.expiresAt = expiresAt;
  const left = live.filter((secret) => expiryOf(secret) > now.getTime());
  if (left.length >= MAX_LIVE_SECRETS) throw tooMany(left);
}

/** @param live the secrets of which one must expire first */
function tooMany(live: readonly SigningSecret[]): TooManySecrets {
  const next = Math.min(...live.map(expiryOf));
  return new TooManySecrets(Number.isFinite(next) ? new Date(next).toISOString() : null);
}

async function lockSecrets(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'secrets');
}

function liveSecrets(tx: TenantTransaction, now: Date): Promise<SigningSecret[]> {
  return tx.find(SigningSecret, { $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] });
}

/** Milliseconds since the epoch. */
function expiryOf({ expiresAt }: SigningSecret): number {
  return expiresAt?.getTime() ?? Infinity;
}
