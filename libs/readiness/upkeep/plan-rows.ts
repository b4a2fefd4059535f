import type { OfTenant } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import type { Cause } from '../rule/cause.js';
import type { Rules, WorkerFact, WorkerFacts } from '../rule/facts.js';
import { MOST_SEVERE, STATUSES } from '../rule/kinds.js';
import { type Stretch, summaryOf, timelineFrom } from '../rule/timeline.js';

/** A row of `readiness_period`. Instants are milliseconds since the epoch; `validTo` may be `Infinity`. */
export interface PeriodRow extends OfTenant {
  readonly workerId: string;
  readonly validFrom: number;
  readonly validTo: number;
  /** The index of the status in `STATUSES`: 0 is the worst. */
  readonly rank: number;
  /** `MOST_SEVERE` minus the worst severity that counts, so that an ascending index lists the worst first. */
  readonly mildness: number;
  readonly since: number;
  /** The bits of {@link Summary.kinds}. */
  readonly kinds: number;
  readonly name: string;
  readonly nameKey: string;
  readonly siteId: string | null;
  readonly role: string | null;
  readonly roleKey: string | null;
  /** The needs of cohorts that are among the worst reasons of somebody who is not ready or at risk: UUIDs, in order. */
  readonly worstNeeds: readonly string[];
}

/** A row of `readiness_cause`. */
export interface CauseRow extends Cause, OfTenant {
  readonly workerId: string;
  readonly validFrom: number;
  readonly validTo: number;
}

/** The rows that say how ready a worker is from an instant on. */
export interface PlannedRows {
  readonly periods: readonly PeriodRow[];
  readonly causes: readonly CauseRow[];
}

/** The worker's last period before the planned ones, which may continue it. */
export interface PreviousPeriod {
  readonly rank: number;
  readonly since: number;
}

/**
 * Plans a worker's rows from an instant on: neighbouring stretches that are equal are one period, and a cause that goes
 * on is one row.
 * @param before the worker's period until then; null: there is none
 */
export function planRows(facts: WorkerFacts, rules: Rules, now: number, before: PreviousPeriod | null): PlannedRows {
  const stretches = timelineFrom(facts, rules, now);
  return { periods: periodsOf(facts, stretches, before), causes: causesOf(facts.worker, stretches) };
}

function periodsOf(
  { worker, needs }: WorkerFacts,
  stretches: readonly Stretch[],
  before: PreviousPeriod | null,
): PeriodRow[] {
  const periods: PeriodRow[] = [];
  const ofCohorts = new Set(needs.filter(({ isOfSite }) => isOfSite).map(({ id }) => id));
  let last: PreviousPeriod | null = before;
  for (const { from, to, causes } of stretches) {
    const { status, worst, since, kinds } = summaryOf(causes);
    const rank = STATUSES.indexOf(status);
    const period: PeriodRow = {
      tenantId: worker.tenantId,
      workerId: worker.id,
      validFrom: from,
      validTo: to,
      rank,
      mildness: MOST_SEVERE - worst,
      since: since ?? readySince(rank, from, worker.createdAt, last),
      kinds,
      name: worker.name,
      nameKey: nameKeyOf(worker.name),
      siteId: worker.siteId,
      role: worker.role,
      roleKey: worker.roleKey,
      worstNeeds: status === 'ready' ? [] : worstNeedsOf(causes, worst, ofCohorts),
    };
    last = period;
    const previous = periods.at(-1);
    if (previous !== undefined && isSamePeriod(previous, period))
      periods[periods.length - 1] = { ...previous, validTo: to };
    else periods.push(period);
  }
  return periods;
}

function worstNeedsOf(causes: readonly Cause[], worst: number, ofCohorts: ReadonlySet<string>): string[] {
  return causes
    .filter(({ refId, severity, waivedUntil }) => severity === worst && waivedUntil === null && ofCohorts.has(refId))
    .map(({ refId }) => refId)
    .toSorted();
}

/** A worker is ready since the last reason ended, or since the directory knows them. */
function readySince(rank: number, from: number, createdAt: number, before: PreviousPeriod | null): number {
  if (before === null) return createdAt;
  return before.rank === rank ? before.since : from;
}

/** True where two periods differ in nothing but time. */
export function isSamePeriod(one: PeriodRow, other: PeriodRow): boolean {
  return (
    one.rank === other.rank &&
    one.mildness === other.mildness &&
    one.since === other.since &&
    one.kinds === other.kinds &&
    one.name === other.name &&
    one.siteId === other.siteId &&
    one.role === other.role &&
    one.worstNeeds.join() === other.worstNeeds.join()
  );
}

function causesOf({ tenantId, id: workerId }: WorkerFact, stretches: readonly Stretch[]): CauseRow[] {
  const rows: CauseRow[] = [];
  const running = new Map<string, number>();
  for (const { from, to, causes } of stretches)
    for (const cause of causes) {
      const key = `${cause.kind} ${cause.refId}`;
      const place = running.get(key);
      const row = place === undefined ? undefined : rows[place];
      if (place !== undefined && row?.validTo === from && isSameCause(row, cause))
        rows[place] = { ...row, validTo: to };
      else running.set(key, rows.push({ ...cause, tenantId, workerId, validFrom: from, validTo: to }) - 1);
    }
  return rows;
}

/** True where two causes say the same. */
export function isSameCause(one: Cause, other: Cause): boolean {
  return (
    one.kind === other.kind &&
    one.refId === other.refId &&
    one.gap === other.gap &&
    one.name === other.name &&
    one.severity === other.severity &&
    one.since === other.since &&
    one.dueAt === other.dueAt &&
    one.waivedUntil === other.waivedUntil &&
    one.requirementId === other.requirementId &&
    one.courseId === other.courseId
  );
}
