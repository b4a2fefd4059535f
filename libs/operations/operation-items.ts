import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import type { ItemStatus } from './operation.js';

/** The result of an operation for one of its needs. */
export interface ItemResult {
  readonly needId: string;
  readonly status: ItemStatus;
  /** Why it failed or was kept: a code, such as `illegal_transition`. */
  readonly why?: string | null;
  /** The need's status before, which undoing restores: that of the first step, if several steps offer the need. */
  readonly statusBefore?: string | null;
  /** The need's version after the operation has changed it. */
  readonly versionAfter?: number | null;
  readonly assigned?: number;
  readonly alreadyAssigned?: number;
  readonly alreadyValid?: number;
  readonly exempt?: number;
  readonly left?: number;
}

/** Adds needs to an operation; those that it has stay as they are. */
export async function addItems(tx: TenantTransaction, operationId: string, needIds: readonly string[]): Promise<void> {
  await tx.execute(
    sql`insert into operation_item (tenant_id, operation_id, need_id)
        select ${tx.tenantId}::uuid, ${operationId}::uuid, id from unnest(${sqlArray(needIds)}::uuid[]) as given (id)
        on conflict do nothing`,
  );
}

/** Stores the results for needs. The counts of people are added to those of earlier steps. */
export async function storeItems(
  tx: TenantTransaction,
  operationId: string,
  results: readonly ItemResult[],
): Promise<void> {
  await tx.execute(sql`
  update operation_item item set
    status = result.status, why = result.why, status_before = coalesce(item.status_before, result."statusBefore"),
    version_after = coalesce(result."versionAfter", item.version_after),
    assigned = item.assigned + coalesce(result.assigned, 0),
    already_assigned = item.already_assigned + coalesce(result."alreadyAssigned", 0),
    already_valid = item.already_valid + coalesce(result."alreadyValid", 0),
    exempt = item.exempt + coalesce(result.exempt, 0), gone = item.gone + coalesce(result."left", 0)
  from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as result ("needId" uuid, status text, why text,
    "statusBefore" text, "versionAfter" integer, assigned integer, "alreadyAssigned" integer, "alreadyValid" integer,
    exempt integer, "left" integer)
  where item.tenant_id = ${anyTenant(tx.tenantId)} and item.operation_id = ${operationId}
    and item.need_id = result."needId"`);
}
