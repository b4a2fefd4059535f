import type { TenantTransaction } from '#platform/database';
import { Tenant, allowanceOf } from '#tenancy';
import { AuthoringMonth } from './authoring-month.entity.js';
import { monthOf } from './month.js';

/** What a plan has left this month. */
export interface DraftsLeft {
  readonly drafts: number;
  /** Fewer than `drafts` if the remaining tokens are not enough for all of them. */
  readonly affordable: number;
}

/** @param tokens that a draft reserves */
export async function draftsLeft(tx: TenantTransaction, tokens: number): Promise<DraftsLeft> {
  const left = await leftOf(tx, [tx.tenantId], tokens);
  return left.get(tx.tenantId) ?? { drafts: 0, affordable: 0 };
}

/**
 * The tenants of the transaction whose plan allows another draft now.
 * @param tokens that a draft reserves
 */
export async function tenantsWithRoom(
  tx: Pick<TenantTransaction, 'find'>,
  tenantIds: readonly string[],
  tokens: number,
): Promise<string[]> {
  const left = await leftOf(tx, tenantIds, tokens);
  return [...left].flatMap(([tenantId, { affordable }]) => (affordable > 0 ? [tenantId] : []));
}

async function leftOf(
  tx: Pick<TenantTransaction, 'find'>,
  tenantIds: readonly string[],
  tokens: number,
): Promise<Map<string, DraftsLeft>> {
  const tenants = await tx.find(Tenant, { id: { $in: [...tenantIds] } });
  const months = await tx.find(AuthoringMonth, { month: monthOf(new Date()) });
  const balances = new Map(months.map((month) => [month.tenantId, month]));
  return new Map(
    tenants.map((tenant) => {
      const allowance = allowanceOf(tenant);
      const { draftsUsed = 0, draftsReserved = 0, tokensUsed = 0, tokensReserved = 0 } = balances.get(tenant.id) ?? {};
      const drafts = Math.max(0, allowance.drafts - draftsUsed - draftsReserved);
      const tokensLeft = Math.max(0, allowance.tokens - tokensUsed - tokensReserved);
      const affordable = tokens === 0 ? drafts : Math.min(drafts, Math.floor(tokensLeft / tokens));
      return [tenant.id, { drafts, affordable }];
    }),
  );
}
