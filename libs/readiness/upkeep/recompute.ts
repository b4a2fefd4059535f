import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction } from '#platform/database';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import { keepCounts } from '../counts/keep-counts.js';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { type RowChanges, diffCauses, diffPeriods } from './diff-rows.js';
import { type PeriodRow, type PlannedRows, planRows } from './plan-rows.js';
import { passTimeOf } from './pass-time.js';
import { type ChangedWorker, publishChanges } from './publish-changes.js';
import { readRows, storeCauses, storePeriods } from './stored-rows.js';
import { takeMarks } from './take-marks.js';
import { lockUpkeep } from '../marks/upkeep-lock.js';
import { millis } from '../facts/millis.js';

/** Brings the board of a tenant up to date with its facts. */
@Injectable()
export class Recompute {
  constructor(private readonly database: Database) {}

  /**
   * Computes the readiness of the workers of the oldest marks.
   * @returns whether more marks may be waiting
   */
  async run(): Promise<boolean> {
    const next = await this.computeSet();
    return (next === 'now' ? await this.computeSet() : next) !== 'none';
  }

  private computeSet(): Promise<'now' | 'later' | 'none'> {
    return this.database.apart(async (tx) => {
      await lockUpkeep(tx);
      const { workerIds, next } = await takeMarks(tx);
      if (workerIds.length > 0) await recompute(tx, workerIds);
      return next;
    });
  }
}

/**
 * Computes how ready these workers are from now on, and stores what differs. The caller holds the lock of the upkeep, so
 * that the facts are not older than what is stored.
 * @returns the workers whose stored rows differed
 */
export function recompute(tx: TenantTransaction, workerIds: readonly string[]): Promise<Set<string>> {
  return keepCounts(tx, workerIds, () => storeWhatDiffers(tx, workerIds));
}

async function storeWhatDiffers(tx: TenantTransaction, workerIds: readonly string[]): Promise<Set<string>> {
  await passTimeOf(tx, workerIds);
  const now = await clockOf(tx);
  const rules = await loadRules(tx);
  const facts = await loadFacts(tx, workerIds);
  const stored = await readRows(tx, workerIds, now);
  const running = new Map(stored.periods.filter(({ validFrom }) => validFrom < now).map((row) => [row.workerId, row]));
  const planned: PlannedRows[] = [];
  for (const one of facts) {
    planned.push(planRows(one, rules, now, running.get(one.worker.id) ?? null));
    if (turnIsOver()) await nextTurn();
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
  await publishChanges(tx, changedOf(running, periods, now));
  return new Set([periods, causes].flatMap(workersOf));
}

function workersOf(changes: RowChanges<{ readonly workerId: string }>): string[] {
  return [...changes.ended, ...changes.dropped, ...changes.stored].map(({ workerId }) => workerId);
}

/** The workers whose period of now is another one than before. */
function changedOf(
  running: ReadonlyMap<string, PeriodRow>,
  { ended, stored }: RowChanges<PeriodRow>,
  now: number,
): ChangedWorker[] {
  const begun = new Map(stored.filter(({ validFrom }) => validFrom === now).map((row) => [row.workerId, row]));
  const workerIds = new Set([...ended.map(({ workerId }) => workerId), ...begun.keys()]);
  return [...workerIds].map((workerId) => ({
    workerId,
    before: running.get(workerId)?.rank ?? null,
    after: begun.get(workerId)?.rank ?? null,
  }));
}

/** Milliseconds since the epoch by the database's clock, which dates the facts too. */
async function clockOf(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.execute<Array<{ now: number }>>(sql`select ${millis(sql`clock_timestamp()`)} as now`);
  if (row === undefined) throw new Error('the database has no clock');
  return row.now;
}
