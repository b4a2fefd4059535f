import { sql } from '@mikro-orm/postgresql';
import { namedWorkers } from '#directory';
import { type TenantTransaction, joinSql } from '#platform/database';
import { Invalid } from '#platform/errors';
import { conditionsOf, periodsOf } from '../board/board-conditions.js';
import { countBoard } from '../board/board-counts.js';
import { instantOfNow } from '../board/shown-instant.js';
import type { PeopleFilter } from '../board/readiness.query.js';
import type { OfferMissingBody } from './offer-missing.dto.js';

/** The people of an operation: named by UUID, or all whom a filter of the board finds. */
export type ChosenPeople = { readonly workerIds: readonly string[] } | { readonly filter: PeopleFilter };

/** @throws Invalid if a body selects people by both fields or none, or names unknown ones */
export async function choosePeople(
  tx: TenantTransaction,
  { workerIds, filter }: Pick<OfferMissingBody, 'workerIds' | 'filter'>,
): Promise<ChosenPeople> {
  if (workerIds !== undefined && filter === undefined)
    return { workerIds: await namedWorkers(tx, 'workerIds', workerIds) };
  if (workerIds === undefined && filter !== undefined) return { filter };
  throw new Invalid([{ field: 'workerIds', message: 'must be given, or a filter, but not both' }]);
}

export async function countPeople(tx: TenantTransaction, chosen: ChosenPeople): Promise<number> {
  return 'workerIds' in chosen ? chosen.workerIds.length : countBoard(tx, chosen.filter, await instantOfNow(tx));
}

/**
 * The next of the people, ordered by id.
 * @param after the last one before; null: from the first one on
 */
export async function nextPeople(
  tx: TenantTransaction,
  chosen: ChosenPeople,
  after: string | null,
  limit: number,
): Promise<string[]> {
  if ('workerIds' in chosen) return chosen.workerIds.filter((id) => after === null || id > after).slice(0, limit);
  const instant = await instantOfNow(tx);
  const conditions = await conditionsOf(tx, chosen.filter, instant);
  if (after !== null) conditions.push(sql`period.worker_id > ${after}::uuid`);
  const rows = await tx.execute<Array<{ workerId: string }>>(sql`
    select period.worker_id as "workerId" from ${periodsOf(tx.tenantId, instant)} as period
    where ${joinSql(conditions, ' and ')} order by period.worker_id limit ${limit}`);
  return rows.map(({ workerId }) => workerId);
}
