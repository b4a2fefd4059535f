import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction } from '#platform/database';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { diffCauses, diffPeriods } from './diff-rows.js';
import { type Before, type CauseRow, type PeriodRow, planRows } from './plan-rows.js';
import { passTimeOf } from './pass-time.js';
import { publishChanges } from './publish-changes.js';
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
  run(): Promise<boolean> {
    return this.database.apart(async (tx) => {
      await lockUpkeep(tx);
      const workerIds = await takeMarks(tx);
      if (workerIds === null) return false;
      if (workerIds.length > 0) await recompute(tx, workerIds);
      return true;
    });
  }
}

/**
 * Computes how ready these workers are from now on, and stores what differs. The caller holds the lock of the upkeep, so
 * that the facts are not older than what is stored.
 */
async function recompute(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  await passTimeOf(tx, workerIds);
  const now = await clockOf(tx);
  const rules = await loadRules(tx);
  const facts = await loadFacts(tx, workerIds);
  const before = await readRows(tx, workerIds, now);
  const running = new Map(before.periods.filter(({ validFrom }) => validFrom < now).map((row) => [row.workerId, row]));
  const periods: PeriodRow[] = [];
  const causes: CauseRow[] = [];
  for (const one of facts) {
    const planned = planRows(one, rules, now, beforeOf(running.get(one.worker.id)));
    periods.push(...planned.periods);
    causes.push(...planned.causes);
  }
  const changes = diffPeriods(before.periods, periods, now);
  await storePeriods(tx, changes, now);
  await storeCauses(tx, diffCauses(before.causes, causes, now), now);
  await publishChanges(tx, running, changes, now);
}

function beforeOf(row: PeriodRow | undefined): Before | null {
  return row ?? null;
}

/** Milliseconds since the epoch by the database's clock, which dates the facts too. */
async function clockOf(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.execute<Array<{ now: number }>>(sql`select ${millis(sql`clock_timestamp()`)} as now`);
  if (row === undefined) throw new Error('the database has no clock');
  return row.now;
}
