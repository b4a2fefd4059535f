import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, afterCommit } from '#platform/database';
import { demandVersion } from '#platform/http';
import { dateColumns } from '#platform/text';
import { Wakeups } from '#signals';
import { audit, endOf, lockTimeZoneShared } from '#tenancy';
import { NeedChanges } from '../need-changes.js';
import { readDueAt } from './read-due-at.js';
import type { ExtendBody } from './assignment.dto.js';
import { Assignment } from './assignment.entity.js';
import type { AssignmentView } from './assignment.view.js';
import { readAssignment } from './assignment-reader.js';
import { lockAssignment, lockToRemove } from './lock-assignment.js';
import { removeAssignment, withdrawAfterRemoval } from './remove-assignment.js';
import { statusAfter } from './status-after.js';

/** Cancels assignments, and changes when they are due. */
@Injectable()
export class AssignmentEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: NeedChanges,
    private readonly wakeups: Wakeups,
  ) {}

  /** Does nothing for a cancelled assignment. @throws NotFound, Stale, AssignmentEnded */
  cancel(id: string, ifMatch: string | null): Promise<AssignmentView> {
    const removal = { actor: this.scope.tenant.actor, reason: 'cancelled' } as const;
    return this.database.inTenant(async (tx) => {
      const { assignment, needs } = await lockToRemove(tx, id);
      demandVersion(ifMatch, assignment.version);
      if (statusAfter('cancel', assignment.status) !== assignment.status) {
        await removeAssignment(tx, assignment, removal);
        const needIds = await withdrawAfterRemoval(tx, assignment, needs, removal);
        await this.changes.publish(tx, { needIds, workerIds: [assignment.workerId] });
        if (needIds.length > 0) afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
      }
      return readAssignment(tx, id);
    });
  }

  /** Does nothing if the assignment is due then already. @throws NotFound, Stale, Invalid, AssignmentEnded */
  extend(id: string, body: ExtendBody, ifMatch: string | null): Promise<AssignmentView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockTimeZoneShared(tx);
      const dueAt = await readDueAt(tx, body.dueAt);
      const { workerId, status, version } = await lockAssignment(tx, id);
      demandVersion(ifMatch, version);
      statusAfter('extend', status);
      const before = await readAssignment(tx, id);
      if (before.dueAt === dueAt) return before;
      await tx.nativeUpdate(
        Assignment,
        { id },
        { dueOn: dateColumns(dueAt).day, dueAt: endOf(tx.tenantId, dueAt), version: sql`version + 1` },
      );
      audit(tx, {
        actor,
        action: 'assignment.extended',
        subject: { kind: 'assignment', id },
        before: { dueAt: before.dueAt },
        after: { dueAt },
      });
      await this.changes.publish(tx, { workerIds: [workerId] });
      return readAssignment(tx, id);
    });
  }
}
