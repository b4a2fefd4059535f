import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids } from '#platform/database';
import { type Allowance, Tenant, allowanceOf } from '#tenancy';
import { AuthoringEntry, type EntryKind } from './authoring-entry.entity.js';
import { AuthoringMonth } from './authoring-month.entity.js';
import { PlanLimitReached } from './metering.errors.js';
import { endOfMonth } from './month.js';

/** A reserved draft: the month whose allowance it uses, and its estimated tokens. */
export interface Reservation {
  readonly draftId: string;
  /** `2026-11-01`. */
  readonly month: string;
  readonly tokens: number;
}

/** What the tenant's plan, or the operator, allows a month. */
async function readAllowance(tx: TenantTransaction): Promise<Allowance> {
  return allowanceOf(await tx.findOneOrFail(Tenant, { id: tx.tenantId }));
}

/**
 * Reserves a draft and its tokens, if the month has them left. One conditional update decides, so that requests at the
 * same time cannot take more than is left.
 * @throws PlanLimitReached
 */
export async function reserve(tx: TenantTransaction, { draftId, month, tokens }: Reservation): Promise<void> {
  const { tenantId } = tx;
  const allowance = await readAllowance(tx);
  await tx.createQueryBuilder(AuthoringMonth).insert({ tenantId, month }).onConflict().ignore().execute();
  const reserved = await tx.nativeUpdate(
    AuthoringMonth,
    {
      month,
      [sql`drafts_used + drafts_reserved`]: { $lt: allowance.drafts },
      // A draft that no model writes needs none, also where more were used than the plan allows now.
      ...(tokens > 0 && { [sql`tokens_used + tokens_reserved`]: { $lte: allowance.tokens - tokens } }),
    },
    { draftsReserved: sql`drafts_reserved + 1`, tokensReserved: sql`tokens_reserved + ${tokens}` },
  );
  if (reserved === 0) {
    const { draftsUsed, draftsReserved } = await tx.findOneOrFail(AuthoringMonth, { tenantId, month });
    const what = draftsUsed + draftsReserved >= allowance.drafts ? 'drafts' : 'tokens';
    throw new PlanLimitReached(what, allowance[what], endOfMonth(month));
  }
  enter(tx, {
    draftId,
    month,
    kind: 'reserved',
    draftsReserved: 1,
    draftsUsed: 0,
    tokensReserved: tokens,
    tokensUsed: 0,
  });
}

/** Charges a reserved draft with the tokens that it used. @param spentTokens in all, also before it was retried */
export function settle(tx: TenantTransaction, reservation: Reservation, spentTokens: number): Promise<void> {
  return end(tx, reservation, 'settled', { drafts: 1, tokens: spentTokens });
}

/** Gives a reserved draft back; the tokens that it used stay used. @param spentTokens as in {@link settle} */
export function release(tx: TenantTransaction, reservation: Reservation, spentTokens: number): Promise<void> {
  return end(tx, reservation, 'released', { drafts: 0, tokens: spentTokens });
}

/** Charges tokens of a call whose result came after its draft was cancelled. */
export async function chargeLate(
  tx: TenantTransaction,
  { id: draftId, month }: { readonly id: string; readonly month: string },
  tokens: number,
): Promise<void> {
  await tx.nativeUpdate(AuthoringMonth, { month }, { tokensUsed: sql`tokens_used + ${tokens}` });
  enter(tx, {
    draftId,
    month,
    kind: 'released',
    draftsReserved: 0,
    draftsUsed: 0,
    tokensReserved: 0,
    tokensUsed: tokens,
  });
}

async function end(
  tx: TenantTransaction,
  { draftId, month, tokens }: Reservation,
  kind: EntryKind,
  spent: Allowance,
): Promise<void> {
  // A draft that failed was charged for its calls then.
  const used = { ...spent, tokens: spent.tokens - (await chargedTokens(tx, draftId)) };
  await tx.nativeUpdate(
    AuthoringMonth,
    { month },
    {
      draftsReserved: sql`drafts_reserved - 1`,
      draftsUsed: sql`drafts_used + ${used.drafts}`,
      tokensReserved: sql`tokens_reserved - ${tokens}`,
      tokensUsed: sql`tokens_used + ${used.tokens}`,
    },
  );
  enter(tx, {
    draftId,
    month,
    kind,
    draftsReserved: -1,
    draftsUsed: used.drafts,
    tokensReserved: -tokens,
    tokensUsed: used.tokens,
  });
}

async function chargedTokens(tx: TenantTransaction, draftId: string): Promise<number> {
  const [row] = await tx.execute<Array<{ tokens: number }>>(sql`
    select coalesce(sum(tokens_used), 0)::integer as tokens from authoring_entry
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId}`);
  return row?.tokens ?? 0;
}

type Entry = Pick<
  AuthoringEntry,
  'draftId' | 'month' | 'kind' | 'draftsReserved' | 'draftsUsed' | 'tokensReserved' | 'tokensUsed'
>;

function enter(tx: TenantTransaction, entry: Entry): void {
  tx.create(AuthoringEntry, { tenantId: tx.tenantId, id: ids.next(), ...entry });
}
