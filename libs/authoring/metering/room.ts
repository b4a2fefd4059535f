import type { TenantTransaction } from '#platform/database';
import { Tenant, allowanceOf } from '#tenancy';
import { AuthoringMonth } from './authoring-month.entity.js';
import { monthOf } from './month.js';

/**
 * The tenants of the transaction whose plan allows another draft now.
 * @param tokens that a draft reserves
 */
export async function tenantsWithRoom(
  tx: Pick<TenantTransaction, 'find'>,
  tenantIds: readonly string[],
  tokens: number,
): Promise<string[]> {
  const tenants = await tx.find(Tenant, { id: { $in: [...tenantIds] } });
  const months = await tx.find(AuthoringMonth, { month: monthOf(new Date()) });
  const balances = new Map(months.map((month) => [month.tenantId, month]));
  return tenants.flatMap((tenant) => {
    const allowance = allowanceOf(tenant);
    const { draftsUsed = 0, draftsReserved = 0, tokensUsed = 0, tokensReserved = 0 } = balances.get(tenant.id) ?? {};
    const hasDraft = draftsUsed + draftsReserved < allowance.drafts;
    return hasDraft && tokensUsed + tokensReserved + tokens <= allowance.tokens ? [tenant.id] : [];
  });
}
