import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { lockUpkeepOfTenants } from '#needs';
import { Database, type IdOfTenant, type OfTenant, type Transaction, tenantsOf } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { SetResult } from '#platform/queue';
import { updateCounts } from '../counts/update-counts.js';
import { loadFactsOfTenants } from '../facts/load-facts.js';
import { loadRulesOfTenants } from '../facts/load-rules.js';
import { STATUSES } from '../rule/kinds.js';
import { type RowChanges, diffCauses, diffPeriods } from './diff-rows.js';
import { type PeriodRow, type PlannedRows, planRows } from './plan-rows.js';
import { beginDuePeriodsOf } from './begin-due-periods.js';
import { type ChangedWorker, publishChanges } from './publish-changes.js';
import { onBoardBefore, readRows, storeCauses, storePeriods } from './stored-rows.js';
import { takeFewMarks } from './take-few-marks.js';
import { takeMarks } from './take-marks.js';
import { millis } from '../facts/millis.js';

/** Brings boards up to date with the facts. */
@Injectable()
export class Recompute {
  constructor(private readonly database: Database) {}

  /**
   * Computes the readiness of the workers of the oldest marks of these tenants. The tenants with few marks share one
   * transaction; a tenant with many has several of its own. A tenant whose board another transaction computes is left
   * out, unless the transaction may wait for it.
   * @returns for each tenant, whether more marks may be waiting
   */
  async computeSet(tenantIds: readonly string[], mayWait = false): Promise<SetResult<boolean>> {
    const [single, ...others] = tenantIds;
    if (single !== undefined && others.length === 0) return this.computeOne(single, mayWait);
    const few = await this.computeFew(tenantIds, mayWait);
    return {
      done: new Map(few.map((tenantId) => [tenantId, false])),
      alone: new Set(tenantIds.filter((tenantId) => !few.includes(tenantId))),
    };
  }

  /**
   * If one transaction fails, it takes two: the first stores whom the needs reach, so that the board shows these needs
   * as pending.
   */
  private async computeOne(tenantId: string, mayWait: boolean): Promise<SetResult<boolean>> {
    const few = await this.computeFew([tenantId], mayWait).catch(() => []);
    const hasMore = few.length === 0 && (await this.computeMany(tenantId, mayWait));
    return hasMore === null
      ? { done: new Map(), alone: new Set([tenantId]) }
      : { done: new Map([[tenantId, hasMore]]), alone: new Set() };
  }

  /** @returns the tenants whose marks are done */
  private computeFew(tenantIds: readonly string[], mayWait: boolean): Promise<readonly string[]> {
    return this.database.inTenants(tenantIds, async (tx) => {
      const taken = await takeFewMarks(tx, await lockUpkeepOfTenants(tx, tenantIds, mayWait));
      if (taken.workers.length > 0) await recompute(tx, taken.workers);
      return taken.tenantIds;
    });
  }

  /** @returns whether more marks may be waiting; null: another transaction computes the board */
  private async computeMany(tenantId: string, mayWait: boolean): Promise<boolean | null> {
    const first = await this.computeNext(tenantId, mayWait);
    const last = first === 'now' ? await this.computeNext(tenantId, mayWait) : first;
    return last === null ? null : last !== 'none';
  }

  private computeNext(tenantId: string, mayWait: boolean): Promise<'now' | 'later' | 'none' | null> {
    return this.database.asTenant(tenantId, async (tx) => {
      if ((await lockUpkeepOfTenants(tx, [tenantId], mayWait)).length === 0) return null;
      const { workerIds, next } = await takeMarks(tx);
      const workers = workerIds.map((id) => ({ tenantId, id }));
      if (workers.length > 0) await recompute(tx, workers);
      return next;
    });
  }
}

/**
 * Computes how ready these workers are from now on, and stores what differs. The caller holds the locks of the upkeep
 * of their tenants, so that the facts are not older than what is stored.
 * @returns the workers whose stored rows differed
 */
export function recompute(tx: Transaction, workers: readonly IdOfTenant[]): Promise<IdOfTenant[]> {
  return updateCounts(tx, workers, () => storeWhatDiffers(tx, workers));
}

async function storeWhatDiffers(tx: Transaction, workers: readonly IdOfTenant[]): Promise<IdOfTenant[]> {
  await beginDuePeriodsOf(tx, workers);
  const now = await clockOf(tx);
  const rules = await loadRulesOfTenants(tx, tenantsOf(workers));
  const facts = await loadFactsOfTenants(tx, workers, now);
  const stored = await readRows(tx, workers, now);
  const running = new Map(stored.periods.filter(({ validFrom }) => validFrom < now).map((row) => [keyOf(row), row]));
  const planned: PlannedRows[] = [];
  for (const one of facts) {
    const { tenantId, id: workerId } = one.worker;
    const ofTenant = rules.get(tenantId);
    if (ofTenant === undefined) throw new Error('a worker of a tenant that does not exist');
    planned.push(planRows(one, ofTenant, now, running.get(keyOf({ tenantId, workerId })) ?? null));
    if (mustYield()) await yieldToEventLoop();
  }
  const periods = diffPeriods(
    stored.periods,
    planned.flatMap((one) => one.periods),
    now,
  );
  const causes = diffCauses(
    stored.causes,
    planned.flatMap((one) => one.causes),
    now,
  );
  await storePeriods(tx, periods, now);
  await storeCauses(tx, causes, now);
  await publishChanges(tx, await changedOf(tx, running, periods, now));
  const differing = new Set([...rowsOf(periods), ...rowsOf(causes)].map(keyOf));
  return workers.filter(({ tenantId, id }) => differing.has(keyOf({ tenantId, workerId: id })));
}

interface OfWorker extends OfTenant {
  readonly workerId: string;
}

function keyOf({ tenantId, workerId }: OfWorker): string {
  return `${tenantId} ${workerId}`;
}

function rowsOf<Row>({ ended, dropped, stored }: RowChanges<Row>): Row[] {
  return [...ended, ...dropped, ...stored];
}

/** The rank of a new worker, until a fact says otherwise. */
const READY = STATUSES.indexOf('ready');

/** The workers whose current period has changed. */
async function changedOf(
  tx: Transaction,
  running: ReadonlyMap<string, PeriodRow>,
  { ended, stored }: RowChanges<PeriodRow>,
  now: number,
): Promise<ChangedWorker[]> {
  const begun = stored.filter(({ validFrom }) => validFrom === now);
  const after = new Map(begun.map((row) => [keyOf(row), row]));
  const changed = new Map([...ended, ...begun].map((row) => [keyOf(row), row]));
  const joined = begun.filter((row) => !running.has(keyOf(row)));
  const back = new Set((await onBoardBefore(tx, joined.map(idOf), now)).map(keyOf));
  return [...changed].map(([key, { tenantId, workerId }]) => ({
    tenantId,
    workerId,
    before: running.get(key)?.rank ?? (back.has(key) ? null : READY),
    after: after.get(key)?.rank ?? null,
  }));
}

function idOf({ tenantId, workerId }: OfWorker): IdOfTenant {
  return { tenantId, id: workerId };
}

/** Milliseconds since the epoch by the database's clock, which dates the facts too. */
async function clockOf(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<Array<{ now: number }>>(sql`select ${millis(sql`clock_timestamp()`)} as now`);
  if (row === undefined) throw new Error('the database has no clock');
  return row.now;
}
