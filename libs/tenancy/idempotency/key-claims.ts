import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, type Transaction, ids } from '#platform/database';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { ResponseLost, KeyInFlight } from './idempotency.errors.js';

/** How long a claim lasts without renewal. A key stays blocked this long after its process died. */
const CLAIM_SECONDS = 30;
const KEPT_HOURS = 24;
/** Attempts to claim or read a key: its owner may release it between the two statements. */
const MAX_ATTEMPTS = 3;

/** A key and its owner. The same text of another user or token is a different key. */
export interface KeyOwner {
  readonly tenantId: string;
  /** The user's or token's id. */
  readonly caller: string;
  readonly key: string;
}

/**
 * The right to process a key. A request that takes over an expired claim gets a new id, so that the previous owner
 * notices the loss.
 */
export interface Claim extends KeyOwner {
  readonly id: string;
}

/** The stored response of a key. */
export interface StoredResponse {
  readonly status: number;
  readonly fingerprint: Buffer;
  readonly answer: Buffer;
}

/**
 * Stores which request processes which key, and its response. A claim is a row, so that all processes see it. The
 * transaction that makes the change marks the claim as applied, and fails if another request has taken it over. So a
 * change is made once, whichever process dies or hangs at any point.
 */
@Injectable()
export class KeyClaims {
  constructor(private readonly database: Database) {}

  /** @returns a claim, or the stored response @throws KeyInFlight, ResponseLost */
  async claim(owner: KeyOwner): Promise<Claim | StoredResponse> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const found = await this.database.asTenant(owner.tenantId, (tx) => claimOrRead(tx, owner));
      if (found !== null) return found;
    }
    throw new KeyInFlight();
  }

  /**
   * Marks the claim as applied, as the last step of a transaction that may have written.
   * @throws KeyInFlight if another request has taken the claim over
   */
  async apply(tx: Transaction, claim: Claim): Promise<void> {
    const [row] = await tx.execute<Array<{ isLost: boolean }>>(markApplied(claim));
    if (row?.isLost !== false) throw new KeyInFlight();
  }

  async renew(claim: Claim): Promise<void> {
    await this.database.asTenant(claim.tenantId, (tx) => extendClaim(tx, claim, CLAIM_SECONDS));
  }

  async keep(claim: Claim, answered: StoredResponse): Promise<void> {
    await this.database.asTenant(claim.tenantId, (tx) =>
      tx.nativeUpdate(
        IdempotencyKey,
        { ...keyOf(claim), claim: claim.id },
        { ...answered, expiresAt: sql`now() + make_interval(hours => ${KEPT_HOURS})` },
      ),
    );
  }

  /** Releases a key unless a change was made with it. @returns whether it is released */
  async releaseUnapplied(claim: Claim): Promise<boolean> {
    const unapplied = { ...keyOf(claim), claim: claim.id, applied: false };
    return (await this.database.asTenant(claim.tenantId, (tx) => tx.nativeDelete(IdempotencyKey, unapplied))) > 0;
  }

  /**
   * Releases a key after a request without a success.
   * @param isRefused a refused request changed nothing; after a failure, the key is released only if nothing was
   * applied
   */
  async release(claim: Claim, { isRefused }: { isRefused: boolean }): Promise<void> {
    await this.database.asTenant(claim.tenantId, async (tx) => {
      const undone = isRefused ? {} : { applied: false };
      await tx.nativeDelete(IdempotencyKey, { ...keyOf(claim), claim: claim.id, ...undone });
      await extendClaim(tx, claim, 0);
    });
  }
}

/** Null: another request released the key between the two statements. */
async function claimOrRead(tx: Transaction, owner: KeyOwner): Promise<Claim | StoredResponse | null> {
  const claim = { ...owner, id: ids.next() };
  const claimed = await tx.execute<unknown[]>(takeKey(claim));
  if (claimed.length > 0) return claim;
  const stored = await tx.findOne(IdempotencyKey, keyOf(owner));
  if (stored === null) return null;
  const { status = null, fingerprint = null, answer = null } = stored;
  if (status !== null && fingerprint !== null && answer !== null)
    return { status, fingerprint: Buffer.from(fingerprint), answer: Buffer.from(answer) };
  const isLost = { ...keyOf(owner), applied: true, status: null, claimedUntil: { $lte: sql.now() } };
  throw (await tx.count(IdempotencyKey, isLost)) > 0 ? new ResponseLost() : new KeyInFlight();
}

function keyOf({ tenantId, caller, key }: KeyOwner): KeyOwner {
  return { tenantId, caller, key };
}

function takeKey({ tenantId, caller, key, id }: Claim): SqlFragment {
  return sql`
    insert into idempotency_key as known (tenant_id, caller, key, claim, claimed_until, expires_at)
    values (${tenantId}, ${caller}, ${key}, ${id}, now() + make_interval(secs => ${CLAIM_SECONDS}),
        now() + make_interval(hours => ${KEPT_HOURS}))
    on conflict (tenant_id, caller, key) do update
      set claim = excluded.claim, claimed_until = excluded.claimed_until, expires_at = excluded.expires_at,
        applied = false, status = null, fingerprint = null, answer = null
      where known.expires_at <= now() or (known.status is null and not known.applied and known.claimed_until <= now())
    returning claim`;
}

/**
 * A transaction that has an id has written, or locked rows that it is about to write. A transaction that only read
 * leaves the key unchanged.
 */
function markApplied({ tenantId, caller, key, id }: Claim): SqlFragment {
  return sql`
    with writing as materialized (select pg_current_xact_id_if_assigned() is not null as yes),
    applied as (
      update idempotency_key set applied = true from writing
      where writing.yes and tenant_id = ${tenantId} and caller = ${caller} and key = ${key} and claim = ${id}
      returning claim
    )
    select yes and not exists (select from applied) as "isLost" from writing`;
}

/** @param seconds 0: the claim ends now */
async function extendClaim(tx: Transaction, claim: Claim, seconds: number): Promise<void> {
  const claimedUntil = sql`now() + make_interval(secs => ${seconds})`;
  await tx.nativeUpdate(IdempotencyKey, { ...keyOf(claim), claim: claim.id, status: null }, { claimedUntil });
}
