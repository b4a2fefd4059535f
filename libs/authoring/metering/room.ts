import type { TenantTransaction } from '#platform/database';
import { Tenant, allowanceOf } from '#tenancy';
import { AuthoringMonth } from './authoring-month.entity.js';
import { monthOf } from './month.js';

/**
 * How many drafts the plan allows now, by its drafts and its tokens.
 * @param tokens that a draft reserves
 */
export async function draftsLeft(tx: TenantTransaction, tokens: number): Promise<number> {
  return (await leftOf(tx, [tx.tenantId], tokens)).get(tx.tenantId) ?? 0;
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
  return [...left].flatMap(([tenantId, drafts]) => (drafts > 0 ? [tenantId] : []));
}

async function leftOf(
  tx: Pick<TenantTransaction, 'find'>,
  tenantIds: readonly string[],
  tokens: number,
): Promise<Map<string, number>> {
  const tenants = await tx.find(Tenant, { id: { $in: [...tenantIds] } });
  const months = await tx.find(AuthoringMonth, { month: monthOf(new Date()) });
  const balances = new Map(months.map((month) => [month.tenantId, month]));
  return new Map(
    tenants.map((tenant) => {
      const allowance = allowanceOf(tenant);
      const { draftsUsed = 0, draftsReserved = 0, tokensUsed = 0, tokensReserved = 0 } = balances.get(tenant.id) ?? {};
      const drafts = Math.max(0, allowance.drafts - draftsUsed - draftsReserved);
      const tokensLeft = Math.max(0, allowance.tokens - tokensUsed - tokensReserved);
      return [tenant.id, tokens === 0 ? drafts : Math.min(drafts, Math.floor(tokensLeft / tokens))];
    }),
  );
}
