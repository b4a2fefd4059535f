import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { instantOf, millis } from '../facts/millis.js';
import type { Cause } from '../rule/cause.js';
import { causesAt } from '../rule/causes-at.js';
import { workersWithPendingNeeds } from './pending-needs.js';
import type { ShownInstant } from './shown-instant.js';

/** A cause that holds at the shown instant. */
export interface OwnedCause extends Cause {
  readonly workerId: string;
}

/** The causes of these workers at an instant: those that are stored, and the needs that are pending for them. */
export async function readCauses(
  tx: TenantTransaction,
  workerIds: readonly string[],
  instant: ShownInstant,
): Promise<OwnedCause[]> {
  return [...(await causesOnBoard(tx, workerIds, instant)).values()].flat();
}

/**
 * As {@link readCauses}, by worker. A worker who is not on the board at the instant is missing; a worker who is ready
 * has an empty list.
 */
export async function causesOnBoard(
  tx: TenantTransaction,
  workerIds: readonly string[],
  { at, isNow, pending }: ShownInstant,
): Promise<Map<string, OwnedCause[]>> {
  const ids = sql`${sqlArray(workerIds)}::uuid[]`;
  const stored = causesByWorker(await tx.execute<StoredRow[]>(storedCauses(tx.tenantId, ids, isNow ? null : at)));
  if (pending === null) return stored;
  const waiting = await workersWithPendingNeeds(tx, workerIds, pending);
  const isOfPending = ({ workerId, refId }: OwnedCause): boolean => waiting.get(workerId)?.has(refId) === true;
  const computed = Map.groupBy(await computeCauses(tx, [...waiting.keys()], at), ({ workerId }) => workerId);
  return new Map(
    [...stored].map(([workerId, causes]) => [
      workerId,
      [...causes.filter((one) => !isOfPending(one)), ...(computed.get(workerId) ?? []).filter(isOfPending)],
    ]),
  );
}

/** A worker on the board, with one of their causes; `kind` is null if they have none. */
export type StoredRow = OwnedCause | { readonly workerId: string; readonly kind: null };

/**
 * The statement that reads what is stored of these workers.
 * @param workerIds a PostgreSQL array of UUIDs
 * @param at null: now, by the clock of PostgreSQL, which dates the rows. The clock of this process may be behind it.
 */
export function storedCauses(tenantId: string, workerIds: SqlFragment, at: number | null): SqlFragment {
  const instant = at === null ? sql`clock_timestamp()` : instantOf(at);
  const isTheirs = sql`tenant_id = ${anyTenant(tenantId)} and worker_id = named.key`;
  return sql`
    select named.key as "workerId", kind, ref_type as "refType", ref_id as "refId", gap, cause.name, severity,
      ${millis(sql`cause.since`)} as since, ${millis(sql`due_at`)} as "dueAt",
      ${millis(sql`waived_until`)} as "waivedUntil", requirement_id as "requirementId", course_id as "courseId"
    from (select ${instant} as at offset 0) as shown
      cross join (select distinct key from unnest(${workerIds}) as given (key)) as named
      cross join lateral (select * from ${byKey('readiness_period', isTheirs)}) as period
      left join lateral (select * from ${byKey('readiness_cause', isTheirs)}) as cause on ${validWhenShown(sql`cause`)}
    where ${validWhenShown(sql`period`)}`;
}

function validWhenShown(table: SqlFragment): SqlFragment {
  return sql`${table}.valid_from <= shown.at and ${table}.valid_to > shown.at`;
}

/** The causes of each worker on the board. */
export function causesByWorker(rows: readonly StoredRow[]): Map<string, OwnedCause[]> {
  const byWorker = Map.groupBy(rows, ({ workerId }) => workerId);
  return new Map(
    [...byWorker].map(([workerId, ofWorker]) => [
      workerId,
      ofWorker.filter((row): row is OwnedCause => row.kind !== null),
    ]),
  );
}

async function computeCauses(tx: TenantTransaction, workerIds: readonly string[], at: number): Promise<OwnedCause[]> {
  if (workerIds.length === 0) return [];
  const rules = await loadRules(tx);
  const facts = await loadFacts(tx, workerIds, at);
  return facts.flatMap((one) => causesAt(one, rules, at).map((cause) => ({ ...cause, workerId: one.worker.id })));
}
