import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { millis } from '../facts/millis.js';
import type { Cause } from '../rule/cause.js';
import { causesAt } from '../rule/causes-at.js';
import { validAt } from './board-conditions.js';
import { workersWithPendingNeeds } from './pending-needs.js';
import type { ShownInstant } from './shown-instant.js';

/** A cause that holds at the instant which is shown. */
export interface OwnedCause extends Cause {
  readonly workerId: string;
}

/** What speaks against these workers at an instant: as it is stored, and the needs that are pending for them. */
export async function readCauses(
  tx: TenantTransaction,
  workerIds: readonly string[],
  { at, pending }: Pick<ShownInstant, 'at' | 'pending'>,
): Promise<OwnedCause[]> {
  const stored = await readStored(tx, workerIds, at);
  if (pending === null) return stored;
  const waiting = await workersWithPendingNeeds(tx, workerIds, pending);
  const isOfPending = ({ workerId, refId }: OwnedCause): boolean => waiting.get(workerId)?.has(refId) === true;
  const computed = await computeCauses(tx, [...waiting.keys()], at);
  return [...stored.filter((cause) => !isOfPending(cause)), ...computed.filter(isOfPending)];
}

function readStored(tx: TenantTransaction, workerIds: readonly string[], at: number): Promise<OwnedCause[]> {
  return tx.execute<OwnedCause[]>(sql`
    select worker_id as "workerId", kind, ref_type as "refType", ref_id as "refId", gap, name, severity,
      ${millis(sql`since`)} as since, ${millis(sql`due_at`)} as "dueAt", ${millis(sql`waived_until`)} as "waivedUntil",
      requirement_id as "requirementId", course_id as "courseId"
    from readiness_cause cause
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[]) and ${validAt(sql`cause`, at)}`);
}

async function computeCauses(tx: TenantTransaction, workerIds: readonly string[], at: number): Promise<OwnedCause[]> {
  if (workerIds.length === 0) return [];
  const rules = await loadRules(tx);
  const facts = await loadFacts(tx, workerIds);
  return facts.flatMap((one) => causesAt(one, rules, at).map((cause) => ({ ...cause, workerId: one.worker.id })));
}
