import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, notifyChange } from '#platform/database';
import { lockUpkeep } from '../marks/upkeep-lock.js';

/**
 * Makes the periods current that time alone has brought: nothing is computed, as they have been stored in advance.
 * @returns how many workers have another period than before
 */
export async function passTime(tx: TenantTransaction): Promise<number> {
  await lockUpkeep(tx);
  const passed = await tx.execute<Array<{ workerId: string }>>(sql`
    update readiness_period set is_current = false
    where tenant_id = ${tx.tenantId} and is_current and valid_to <= now() returning worker_id as "workerId"`);
  if (passed.length === 0) return 0;
  const ids = JSON.stringify(passed.map(({ workerId }) => workerId));
  await tx.execute(sql`
    update readiness_period period set is_current = true
    from jsonb_array_elements_text(${ids}::jsonb) as passed (id)
    where period.tenant_id = ${tx.tenantId} and period.worker_id = passed.id::uuid
      and period.valid_from <= now() and period.valid_to > now()`);
  await notifyChange(tx, {
    tenantId: tx.tenantId,
    kind: 'readiness',
    action: 'changed',
    ids: passed.map(({ workerId }) => workerId),
  });
  return passed.length;
}
