import { sql } from '@mikro-orm/postgresql';
import { type IdOfTenant, type OfTenant, type SqlFragment, type Transaction, inTenantsOf } from '#platform/database';
import type { RowChanges } from './diff-rows.js';
import type { CauseRow, PeriodRow } from './plan-rows.js';
import { instantOf, millis } from '../facts/millis.js';

/** A timestamp of milliseconds since the epoch, or of `Infinity`, which JSON does not have: null. */
function instant(column: SqlFragment): SqlFragment {
  return sql`coalesce(to_timestamp(${column} / 1000), 'infinity')`;
}

/** The rows of these workers that hold at an instant or later. */
export async function readRows(
  tx: Transaction,
  workers: readonly IdOfTenant[],
  now: number,
): Promise<{ readonly periods: PeriodRow[]; readonly causes: CauseRow[] }> {
  const areTheirs = (table: SqlFragment): SqlFragment =>
    sql`${inTenantsOf(table, workers, sql`worker_id`)} and valid_to > ${instantOf(now)}`;
  const validity = sql`tenant_id as "tenantId", worker_id as "workerId", ${millis(sql`valid_from`)} as "validFrom",
    ${millis(sql`valid_to`)} as "validTo"`;
  const periods = await tx.execute<PeriodRow[]>(sql`
    select ${validity}, rank, mildness, ${millis(sql`since`)} as since, kinds, name, name_key as "nameKey",
      site_id as "siteId", role, role_key as "roleKey", to_json(worst_needs) as "worstNeeds"
    from readiness_period where ${areTheirs(sql`readiness_period`)}`);
  const causes = await tx.execute<CauseRow[]>(sql`
    select ${validity}, kind, ref_type as "refType", ref_id as "refId", gap, name, severity,
      ${millis(sql`since`)} as since, ${millis(sql`due_at`)} as "dueAt", ${millis(sql`waived_until`)} as "waivedUntil",
      requirement_id as "requirementId", course_id as "courseId"
    from readiness_cause where ${areTheirs(sql`readiness_cause`)}`);
  return { periods, causes };
}

/** Those of the workers who were on the board earlier. */
export async function onBoardBefore(
  tx: Transaction,
  workers: readonly IdOfTenant[],
  now: number,
): Promise<Array<Pick<PeriodRow, 'tenantId' | 'workerId'>>> {
  if (workers.length === 0) return [];
  return tx.execute(sql`
    select distinct tenant_id as "tenantId", worker_id as "workerId" from readiness_period
    where ${inTenantsOf(sql`readiness_period`, workers, sql`worker_id`)} and valid_to <= ${instantOf(now)}`);
}

/** Stores changed periods; the one that holds at `now` becomes the current one of its worker. */
export async function storePeriods(
  tx: Transaction,
  { ended, dropped, stored }: RowChanges<PeriodRow>,
  now: number,
): Promise<void> {
  const at = instantOf(now);
  if (ended.length > 0)
    await tx.execute(sql`
      update readiness_period period set valid_to = ${at}, is_current = false
      from ${placesOf(ended)} where period.tenant_id = given."tenantId" and period.worker_id = given."workerId"
        and period.valid_from = to_timestamp(given."validFrom" / 1000)`);
  if (dropped.length > 0)
    await tx.execute(sql`
      delete from readiness_period period using ${placesOf(dropped)}
      where period.tenant_id = given."tenantId" and period.worker_id = given."workerId"
        and period.valid_from = to_timestamp(given."validFrom" / 1000)`);
  if (stored.length > 0)
    await tx.execute(sql`
      insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since,
        kinds, name, name_key, site_id, role, role_key, worst_needs)
      select "tenantId", "workerId", to_timestamp("validFrom" / 1000), ${instant(sql`"validTo"`)},
        "validFrom" <= ${now}::float8 and coalesce("validTo", 'infinity') > ${now}::float8, rank, mildness,
        to_timestamp(since / 1000), kinds, name, "nameKey", "siteId", role, "roleKey", "worstNeeds"
      from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as given ("tenantId" uuid, "workerId" uuid,
        "validFrom" float8, "validTo" float8, rank smallint, mildness smallint, since float8, kinds smallint, name text,
        "nameKey" text, "siteId" uuid, role text, "roleKey" text, "worstNeeds" uuid[])
      on conflict (tenant_id, worker_id, valid_from) do update set valid_to = excluded.valid_to,
        is_current = excluded.is_current,
        rank = excluded.rank, mildness = excluded.mildness, since = excluded.since, kinds = excluded.kinds,
        name = excluded.name, name_key = excluded.name_key, site_id = excluded.site_id, role = excluded.role,
        role_key = excluded.role_key, worst_needs = excluded.worst_needs`);
}

export async function storeCauses(
  tx: Transaction,
  { ended, dropped, stored }: RowChanges<CauseRow>,
  now: number,
): Promise<void> {
  const at = instantOf(now);
  const isGiven = sql`cause.tenant_id = given."tenantId" and cause.worker_id = given."workerId"
    and cause.kind = given.kind
    and cause.ref_id = given."refId" and cause.valid_from = to_timestamp(given."validFrom" / 1000)`;
  if (ended.length > 0)
    await tx.execute(sql`update readiness_cause cause set valid_to = ${at} from ${placesOf(ended)} where ${isGiven}`);
  if (dropped.length > 0)
    await tx.execute(sql`delete from readiness_cause cause using ${placesOf(dropped)} where ${isGiven}`);
  if (stored.length > 0)
    await tx.execute(sql`
      insert into readiness_cause (tenant_id, worker_id, kind, ref_type, ref_id, valid_from, valid_to, gap, name,
        severity, since, due_at, waived_until, requirement_id, course_id)
      select "tenantId", "workerId", kind, "refType", "refId", to_timestamp("validFrom" / 1000),
        ${instant(sql`"validTo"`)}, gap, name, severity, to_timestamp(since / 1000), ${instant(sql`"dueAt"`)},
          to_timestamp("waivedUntil" / 1000), "requirementId", "courseId"
      from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as given ("tenantId" uuid, "workerId" uuid, kind text,
        "refType" text, "refId" uuid, "validFrom" float8, "validTo" float8, gap text, name text, severity smallint,
        since float8, "dueAt" float8, "waivedUntil" float8, "requirementId" uuid, "courseId" uuid)
      on conflict (tenant_id, worker_id, kind, ref_id, valid_from) do update set ref_type = excluded.ref_type,
        valid_to = excluded.valid_to, gap = excluded.gap, name = excluded.name, severity = excluded.severity,
        since = excluded.since, due_at = excluded.due_at, waived_until = excluded.waived_until,
        requirement_id = excluded.requirement_id, course_id = excluded.course_id`);
}

interface Place extends OfTenant {
  readonly workerId: string;
  readonly validFrom: number;
  readonly kind?: string;
  readonly refId?: string;
}

function placesOf(rows: readonly Place[]): SqlFragment {
  const places = rows.map(({ tenantId, workerId, validFrom, kind, refId }) => ({
    tenantId,
    workerId,
    validFrom,
    kind,
    refId,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as given ("tenantId" uuid, "workerId" uuid,
      "validFrom" float8, kind text, "refId" uuid)`;
}
