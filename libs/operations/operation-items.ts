import { type TenantTransaction, sqlArray } from '#platform/database';
import type { ItemStatus } from './operation.js';

/** What became of a need of an operation. */
export interface ItemResult {
  readonly needId: string;
  readonly status: ItemStatus;
  /** A code, such as `illegal_transition`: what stood against it. */
  readonly why?: string | null;
  /** Where the need stood before, for its undoing. */
  readonly statusBefore?: string | null;
  /** The need's version when the operation had moved it. */
  readonly versionAfter?: number | null;
  readonly assigned?: number;
  readonly alreadyAssigned?: number;
  readonly alreadyValid?: number;
  readonly exempt?: number;
  readonly left?: number;
}

/** Adds needs to an operation, which waits to do them. */
export async function addItems(tx: TenantTransaction, operationId: string, needIds: readonly string[]): Promise<void> {
  await tx.execute(
    'insert into operation_item (tenant_id, operation_id, need_id) select ?::uuid, ?::uuid, id from unnest(?::uuid[]) as given (id)',
    [tx.tenantId, operationId, sqlArray(needIds)],
  );
}

/** Writes down what became of needs; the people of each are added to those of the steps before. */
export async function storeItems(
  tx: TenantTransaction,
  operationId: string,
  results: readonly ItemResult[],
): Promise<void> {
  await tx.execute(STORE, [JSON.stringify(results), tx.tenantId, operationId]);
}

const STORE = `
  update operation_item item set
    status = result.status, why = result.why, status_before = coalesce(result."statusBefore", item.status_before),
    version_after = coalesce(result."versionAfter", item.version_after),
    assigned = item.assigned + coalesce(result.assigned, 0), already_assigned = item.already_assigned + coalesce(result."alreadyAssigned", 0),
    already_valid = item.already_valid + coalesce(result."alreadyValid", 0), exempt = item.exempt + coalesce(result.exempt, 0), gone = item.gone + coalesce(result."left", 0)
  from jsonb_to_recordset(?::jsonb) as result ("needId" uuid, status text, why text, "statusBefore" text, "versionAfter" integer,
    assigned integer, "alreadyAssigned" integer, "alreadyValid" integer, exempt integer, "left" integer)
  where item.tenant_id = ? and item.operation_id = ? and item.need_id = result."needId"`;
