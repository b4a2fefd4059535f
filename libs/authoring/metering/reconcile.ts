import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';

/** By column of `authoring_month`. */
type Amounts = Readonly<Record<'drafts_reserved' | 'drafts_used' | 'tokens_reserved' | 'tokens_used', number>>;

/** A month whose balance differs from what its entries of the ledger add up to. */
export interface BalanceDrift {
  readonly tenantId: string;
  /** `2026-11-01`. */
  readonly month: string;
  readonly balance: Amounts;
  readonly ledger: Amounts;
}

/** A draft whose entries of the ledger do not fit its status. */
export interface ReservationDrift {
  readonly tenantId: string;
  readonly draftId: string;
  readonly status: string;
  /** By its entries; 1 while it is written, and 0 then. */
  readonly reserved: number;
  /** How often it was charged. */
  readonly used: number;
}

type Reading = Pick<TenantTransaction, 'execute'>;

const NOTHING = sql`'{"drafts_reserved": 0, "drafts_used": 0, "tokens_reserved": 0, "tokens_used": 0}'::jsonb`;

/**
 * Compares the balance of each month with its entries. One statement reads both, so that what is reserved or charged
 * meanwhile is no difference.
 */
export function driftedBalances(tx: Reading, tenantIds: readonly string[]): Promise<BalanceDrift[]> {
  const isOfTenant = sql`tenant_id = any (${sqlArray(tenantIds)}::uuid[])`;
  return tx.execute<BalanceDrift[]>(sql`
    with ledger as (
      select tenant_id, month, jsonb_build_object('drafts_reserved', sum(drafts_reserved), 'drafts_used',
        sum(drafts_used), 'tokens_reserved', sum(tokens_reserved), 'tokens_used', sum(tokens_used)) as amounts
      from authoring_entry where ${isOfTenant} group by tenant_id, month
    ), balance as (
      select tenant_id, month, jsonb_build_object('drafts_reserved', drafts_reserved, 'drafts_used', drafts_used,
        'tokens_reserved', tokens_reserved, 'tokens_used', tokens_used) as amounts
      from authoring_month where ${isOfTenant}
    ), compared as (
      select tenant_id, month, coalesce(balance.amounts, ${NOTHING}) as balance,
        coalesce(ledger.amounts, ${NOTHING}) as ledger
      from balance full join ledger using (tenant_id, month)
    )
    select tenant_id as "tenantId", month::text, balance, ledger from compared where balance <> ledger`);
}

/**
 * Compares the entries of each draft with its status: it is reserved while it is written, and charged once when it is
 * ready. One that was cancelled may have been charged before.
 */
export function driftedReservations(tx: Reading, tenantIds: readonly string[]): Promise<ReservationDrift[]> {
  const isOfTenant = sql`tenant_id = any (${sqlArray(tenantIds)}::uuid[])`;
  return tx.execute<ReservationDrift[]>(sql`
    with ledger as (
      select tenant_id, draft_id as id, sum(drafts_reserved)::integer as reserved, sum(drafts_used)::integer as used
      from authoring_entry where ${isOfTenant} and draft_id is not null group by tenant_id, draft_id
    ), compared as (
      select tenant_id, id, coalesce(drafts.status, 'unknown') as status,
        coalesce(ledger.reserved, 0) as reserved, coalesce(ledger.used, 0) as used
      from ledger full join (select tenant_id, id, status from draft where ${isOfTenant}) as drafts using (tenant_id,
          id)
    )
    select tenant_id as "tenantId", id as "draftId", status, reserved, used from compared
    where reserved <> (status in ('queued', 'drafting'))::integer or not case
      when status in ('queued', 'drafting', 'failed') then used = 0
      when status = 'cancelled' then used in (0, 1)
      else used = 1 end`);
}
