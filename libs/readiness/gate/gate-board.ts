import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TopicMatching, type VersionRow, catalogVersionOf } from '#catalog';
import { type FoundWorker, type WorkerKeysBody, workersFound, workersNamed } from '#directory';
import { Database, RequestScope, type SqlFragment } from '#platform/database';
import { type StoredRow, causesByWorker, storedCauses } from '../board/board-causes.js';
import { type BoardClock, boardClock } from '../board/shown-instant.js';
import { type ContextRow, contextFrom, contextOf } from '../reasons/read-context.js';
import { Calendar } from '../rule/calendar.js';
import type { CheckView } from './check.view.js';
import { showChecked } from './show-checked.js';

type BoardRows = [FoundWorker[], BoardClock[], VersionRow[], StoredRow[], ContextRow[]];

/**
 * Answers the gate from what the board has stored, in one round trip to PostgreSQL: a turnstile waits for it.
 */
@Injectable()
export class GateBoard {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly matching: TopicMatching,
  ) {}

  /**
   * @returns null if the answer has to be computed: somebody is not on the board yet, a need is pending, or nobody
   * has prepared the library of the tenant
   */
  async check(workers: readonly WorkerKeysBody[]): Promise<CheckView | null> {
    const { tenantId } = this.scope.tenant;
    const at = Date.now();
    const named = workersNamed(tenantId, workers);
    const stored = storedCauses(tenantId, sql`array(select id from (${named}) as named)`, null);
    const [people, [clock], [library], rows, context] = await this.database.readInTenant<BoardRows>(
      named,
      boardClock(tenantId),
      catalogVersionOf(tenantId),
      stored,
      contextOfStored(tenantId, stored, at),
    );
    const matcher = this.matching.preparedMatcher(tenantId, library?.version ?? 0);
    if (clock === undefined || clock.hasPending || matcher === null) return null;
    const found = workersFound(workers, people);
    const causesOf = causesByWorker(rows);
    if (found.some((id) => id !== null && !causesOf.has(id))) return null;
    return showChecked(found, causesOf, contextFrom(context, { calendar: Calendar.of(clock.timeZone), at, matcher }));
  }
}

/** What the reasons of the causes that a statement reads show. */
function contextOfStored(tenantId: string, stored: SqlFragment, at: number): SqlFragment {
  const named = {
    workerIds: sql`array(select distinct "workerId" from stored)`,
    needIds: sql`array(select distinct "refId" from stored where "refType" = 'need')`,
    courseIds: sql`array(select distinct "courseId" from stored where "courseId" is not null)`,
  };
  return sql`with stored as materialized (${stored}) ${contextOf(tenantId, named, at)}`;
}
