import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids } from '#platform/database';
import { Tenant, allowanceOf } from '#tenancy';
import { AuthoringEntry } from './authoring-entry.entity.js';
import { AuthoringMonth } from './authoring-month.entity.js';
import { monthOf } from './month.js';

/** Tokens of the month that judging leaves for a draft. */
const LEFT_FOR_A_DRAFT = 40_000;

/** Tokens that were charged before a call. */
export interface JudgingCharge {
  /** `2026-11-01`. */
  readonly month: string;
  readonly tokens: number;
}

/**
 * Charges the tokens that a call uses at most, if the month has them left.
 * @returns null: it has not
 */
export async function chargeJudging(tx: TenantTransaction, tokens: number): Promise<JudgingCharge | null> {
  const { tenantId } = tx;
  const month = monthOf(new Date());
  const allowance = allowanceOf(await tx.findOneOrFail(Tenant, { id: tenantId }));
  await tx.createQueryBuilder(AuthoringMonth).insert({ tenantId, month }).onConflict().ignore().execute();
  const charged = await tx.nativeUpdate(
    AuthoringMonth,
    { month, [sql`tokens_used + tokens_reserved`]: { $lte: allowance.tokens - tokens - LEFT_FOR_A_DRAFT } },
    { tokensUsed: sql`tokens_used + ${tokens}` },
  );
  if (charged === 0) return null;
  enter(tx, month, tokens);
  return { month, tokens };
}

/** Corrects a charge to what the call has used. */
export async function correctJudging(
  tx: TenantTransaction,
  { month, tokens }: JudgingCharge,
  usedTokens: number,
): Promise<void> {
  const difference = usedTokens - tokens;
  if (difference === 0) return;
  await tx.nativeUpdate(AuthoringMonth, { month }, { tokensUsed: sql`tokens_used + ${difference}` });
  enter(tx, month, difference);
}

function enter(tx: TenantTransaction, month: string, tokensUsed: number): void {
  tx.create(AuthoringEntry, {
    tenantId: tx.tenantId,
    id: ids.next(),
    month,
    draftId: null,
    kind: 'judged',
    draftsReserved: 0,
    draftsUsed: 0,
    tokensReserved: 0,
    tokensUsed,
  });
}
