import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TopicMatching, type VersionRow, catalogVersionOf } from '#catalog';
import { type FoundWorker, type WorkerKeysBody, workersFound, workersNamed } from '#directory';
import { Database, RequestScope } from '#platform/database';
import { type StoredRow, causesByWorker, storedCauses } from '../board/board-causes.js';
import { type BoardClock, boardClock } from '../board/shown-instant.js';
import { type ContextRow, contextFrom, contextOf } from '../reasons/read-context.js';
import { Calendar } from '../rule/calendar.js';
import type { CheckView } from './check.view.js';
import { showChecked } from './show-checked.js';

type BoardRows = [FoundWorker[], BoardClock[], VersionRow[], StoredRow[]];

/**
 * Answers the gate from what the board has stored, in two round trips to PostgreSQL: a turnstile waits for it.
 */
@Injectable()
export class GateBoard {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly matching: TopicMatching,
  ) {}

  /**
   * @returns null where the answer has to be computed: somebody is not on the board yet, a need is pending, or nobody has
   * prepared the library of the tenant
   */
  async check(workers: readonly WorkerKeysBody[]): Promise<CheckView | null> {
    const { tenantId } = this.scope.tenant;
    const at = Date.now();
    const named = workersNamed(tenantId, workers);
    const [people, [clock], [library], rows] = await this.database.readInTenant<BoardRows>(
      named,
      boardClock(tenantId),
      catalogVersionOf(tenantId),
      storedCauses(tenantId, sql`array(select id from (${named}) as named)`, at),
    );
    const matcher = this.matching.preparedMatcher(tenantId, library?.version ?? 0);
    if (clock === undefined || clock.hasPending || matcher === null) return null;
    const found = workersFound(workers, people);
    const causesOf = causesByWorker(rows);
    if (found.some((id) => id !== null && !causesOf.has(id))) return null;
    const statement = contextOf(tenantId, [...causesOf.values()].flat(), at);
    const [context] = statement === null ? [[]] : await this.database.readInTenant<[ContextRow[]]>(statement);
    return showChecked(found, causesOf, contextFrom(context, { calendar: Calendar.of(clock.timeZone), at, matcher }));
  }
}
