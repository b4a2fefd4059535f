import { sql } from '@mikro-orm/postgresql';
import type { TopicMatcher } from '#catalog';
import { type TenantTransaction, ids, sqlArray } from '#platform/database';
import { periodsOf, validAt } from '../../board/board-conditions.js';
import { readPendingNeeds } from '../../board/pending-needs.js';
import { BOARD_COLUMNS, BOARD_JOINS, type BoardRow, showRows } from '../../board/board-rows.js';
import type { ReadinessRow } from '../../board/readiness.view.js';
import { loadFacts } from '../../facts/load-facts.js';
import { loadRules } from '../../facts/load-rules.js';
import { type CourseRecord, requiredCourses } from './required-courses.js';
import {
  type CompletionRecord,
  type CredentialRecord,
  type StepRecord,
  type WaiverRecord,
  readRecords,
} from './read-records.js';

/** The content of a document about one person. */
export interface PersonEvidence {
  readonly row: ReadinessRow;
  readonly credentials: readonly CredentialRecord[];
  readonly courses: readonly CourseRecord[];
  readonly steps: readonly StepRecord[];
  readonly completions: readonly CompletionRecord[];
  readonly waivers: readonly WaiverRecord[];
}

/**
 * @param workerIds UUIDs of at most a few hundred workers
 * @param at the instant of the document, in milliseconds since the epoch
 */
export async function readPeople(
  tx: TenantTransaction,
  workerIds: readonly string[],
  at: number,
  matcher: TopicMatcher,
): Promise<PersonEvidence[]> {
  const rules = await loadRules(tx);
  const pending = await readPendingNeeds(tx);
  const rows = await tx.execute<BoardRow[]>(sql`
    select ${BOARD_COLUMNS} from ${periodsOf(tx.tenantId, { at, isNow: true, pending })} as period ${BOARD_JOINS}
    where period.tenant_id = ${tx.tenantId} and period.worker_id = any (${sqlArray(workerIds)}::uuid[])
      and ${validAt(sql`period`, at)} order by period.name_key, period.worker_id`);
  const shown = await showRows(tx, rows, { calendar: rules.calendar, at, isNow: false, pending, matcher });
  const records = await readRecords(tx, workerIds, at);
  const facts = new Map((await loadFacts(tx, workerIds, at)).map((one) => [ids.show('wrk', one.worker.id), one]));
  return shown.map((row, index) => {
    const workerId = rows[index]?.workerId ?? '';
    const ofWorker = facts.get(row.worker.id);
    return {
      row,
      credentials: records.credentials.get(workerId) ?? [],
      courses: ofWorker === undefined ? [] : requiredCourses(ofWorker, rules, at),
      steps: records.steps.get(workerId) ?? [],
      completions: records.completions.get(workerId) ?? [],
      waivers: records.waivers.get(workerId) ?? [],
    };
  });
}
