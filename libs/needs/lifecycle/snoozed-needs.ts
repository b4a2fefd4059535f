import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { NeedChanges } from '../need-changes.js';
import { moveNeeds } from './move-needs.js';

/** Needs that one transaction wakes, and so locks while recording may wait for them. */
const NEEDS_PER_SET = 500;

/** Snoozed needs that are due, as a condition on `need`. */
export const SNOOZE_IS_DUE = sql`need.status = 'snoozed' and need.snoozed_until <= now()`;

/** Reopens snoozed needs that are due. */
@Injectable()
export class SnoozedNeeds {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: NeedChanges,
  ) {}

  /**
   * Wakes one set of the needs of the tenant in scope, which are then unresolved.
   * @returns whether more may be waiting
   */
  wakeSet(): Promise<boolean> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const needIds = await lockDue(tx);
      if (needIds.length === 0) return false;
      await moveNeeds(tx, needIds, { actor, event: 'wake', reason: 'time_over' });
      await this.changes.publish(tx, { needIds });
      return needIds.length === NEEDS_PER_SET;
    });
  }
}

/** Locks the longest due needs in the order in which recording locks them. */
async function lockDue(tx: TenantTransaction): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from need where tenant_id = ${tx.tenantId} and id = any (array(
      select need.id from need where need.tenant_id = ${tx.tenantId} and ${SNOOZE_IS_DUE} order by need.snoozed_until
      limit ${NEEDS_PER_SET}
    )) and ${SNOOZE_IS_DUE} order by dedupe_key collate "C", id for update`);
  return rows.map(({ id }) => id);
}
