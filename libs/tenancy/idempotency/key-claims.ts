import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, type Transaction, ids } from '#platform/database';
import { AnswerLost, KeyInFlight } from './idempotency.errors.js';

/** How long a claim lasts without renewal. A key stays blocked this long after its process died. */
const CLAIM_SECONDS = 30;
const KEPT_HOURS = 24;
/** Attempts to claim or read a key: its owner may release it between the two statements. */
const TRIES = 3;

/** A key and its owner. The same text of another user or token is another key. */
export interface KeyOwner {
  readonly tenantId: string;
  /** The user's or token's id. */
  readonly caller: string;
  readonly key: string;
}

/**
 * The right to process a key. Whoever takes over an expired claim gets another id, which exposes the previous claim as
 * lost.
 */
export interface Claim extends KeyOwner {
  readonly id: string;
}

/** The stored answer to a key. */
export interface StoredAnswer {
  readonly status: number;
  readonly fingerprint: Buffer;
  readonly answer: Buffer;
}

type KeyRow = { readonly [Column in keyof StoredAnswer]: StoredAnswer[Column] | null } & {
  readonly hasLapsed: boolean;
  readonly applied: boolean;
};

/**
 * Stores which request processes which key, and its answer. A claim is a row, so that all processes see it. The
 * transaction that makes the change marks the claim as applied, and fails if another request took it over: a change is
 * made once, whichever process dies or hangs at any point.
 */
@Injectable()
export class KeyClaims {
  constructor(private readonly database: Database) {}

  /** @returns a claim, or what was answered before @throws KeyInFlight, AnswerLost */
  async claim(owner: KeyOwner): Promise<Claim | StoredAnswer> {
    for (let tries = 0; tries < TRIES; tries++) {
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
    await this.database.asTenant(claim.tenantId, (tx) => tx.execute(extendClaim(claim, CLAIM_SECONDS)));
  }

  async keep(claim: Claim, answered: StoredAnswer): Promise<void> {
    await this.database.asTenant(claim.tenantId, (tx) => tx.execute(storeAnswer(claim, answered)));
  }

  /**
   * Releases a key after a request without a success.
   * @param isRefused a refused request changed nothing; after a failure, the key is released only if nothing was
   * applied
   */
  async giveBack(claim: Claim, { isRefused }: { isRefused: boolean }): Promise<void> {
    const { tenantId, caller, key, id } = claim;
    await this.database.asTenant(tenantId, async (tx) => {
      await tx.execute(
        sql`delete from idempotency_key where tenant_id = ${tenantId} and caller = ${caller} and key = ${key} and claim = ${id}
          and (${isRefused} or not applied)`,
      );
      await tx.execute(extendClaim(claim, 0));
    });
  }
}

/** Null: another request released the key between the two statements. */
async function claimOrRead(tx: Transaction, owner: KeyOwner): Promise<Claim | StoredAnswer | null> {
  const { tenantId, caller, key } = owner;
  const claim = { ...owner, id: ids.next() };
  const claimed = await tx.execute<unknown[]>(takeKey(claim));
  if (claimed.length > 0) return claim;
  const [row] = await tx.execute<KeyRow[]>(
    sql`select status, fingerprint, answer, applied, claimed_until <= now() as "hasLapsed" from idempotency_key
      where tenant_id = ${tenantId} and caller = ${caller} and key = ${key}`,
  );
  if (row === undefined) return null;
  const { status, fingerprint, answer, applied, hasLapsed } = row;
  if (status !== null && fingerprint !== null && answer !== null) return { status, fingerprint, answer };
  throw applied && hasLapsed ? new AnswerLost() : new KeyInFlight();
}

function takeKey({ tenantId, caller, key, id }: Claim): SqlFragment {
  return sql`
    insert into idempotency_key as known (tenant_id, caller, key, claim, claimed_until, expires_at)
    values (${tenantId}, ${caller}, ${key}, ${id}, now() + make_interval(secs => ${CLAIM_SECONDS}), now() + make_interval(hours => ${KEPT_HOURS}))
    on conflict (tenant_id, caller, key) do update
      set claim = excluded.claim, claimed_until = excluded.claimed_until, expires_at = excluded.expires_at, applied = false, status = null, fingerprint = null, answer = null
      where known.expires_at <= now() or (known.status is null and not known.applied and known.claimed_until <= now())
    returning claim`;
}

/**
 * A transaction that has an id by now has written, or locked what it is about to write. One that only read leaves the
 * key unchanged.
 */
function markApplied({ tenantId, caller, key, id }: Claim): SqlFragment {
  return sql`
    with writing as materialized (select pg_current_xact_id_if_assigned() is not null as yes),
    applied as (
      update idempotency_key set applied = true from writing
      where writing.yes and tenant_id = ${tenantId} and caller = ${caller} and key = ${key} and claim = ${id} returning claim
    )
    select yes and not exists (select from applied) as "isLost" from writing`;
}

/** @param seconds 0: the claim ends now */
function extendClaim({ tenantId, caller, key, id }: Claim, seconds: number): SqlFragment {
  return sql`
    update idempotency_key set claimed_until = now() + make_interval(secs => ${seconds})
      where tenant_id = ${tenantId} and caller = ${caller} and key = ${key} and claim = ${id} and status is null`;
}

function storeAnswer({ tenantId, caller, key, id }: Claim, { status, fingerprint, answer }: StoredAnswer): SqlFragment {
  return sql`
    update idempotency_key set status = ${status}, fingerprint = ${fingerprint}, answer = ${answer}, expires_at = now() + make_interval(hours => ${KEPT_HOURS})
    where tenant_id = ${tenantId} and caller = ${caller} and key = ${key} and claim = ${id}`;
}
