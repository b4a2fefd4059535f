import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { NeedChanges } from '../need-changes.js';
import { Need } from '../need.entity.js';
import { applyCompletions } from './apply-completions.js';
import { Assignment } from './assignment.entity.js';
import { AssignmentCancelled } from './assignment.errors.js';
import type { AssignmentView } from './assignment.view.js';
import { readAssignment } from './assignment-reader.js';
import type { CompleteBody } from './assignments.query.js';
import { storeCompletions } from './store-completions.js';

/** How far in the future a completion may be, because clocks differ. */
const AHEAD_MS = 5 * 60 * 1_000;

/** Completes assignments that admins report as done. */
@Injectable()
export class CompleteAssignmentService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: NeedChanges,
  ) {}

  /** Does nothing for a completed assignment. @throws NotFound, Stale, Invalid, AssignmentCancelled */
  complete(id: string, { completedAt }: CompleteBody, ifMatch: string | null): Promise<AssignmentView> {
    const { actor } = this.scope.tenant;
    const at = timeOf(completedAt);
    return this.database.inTenant(async (tx) => {
      const assignment = await lockAssignment(tx, id);
      demandVersion(ifMatch, assignment.version);
      if (assignment.status === 'cancelled') throw new AssignmentCancelled();
      if (assignment.status === 'assigned') {
        const { workerId, courseId } = assignment;
        await storeCompletions(tx, [{ workerId, courseId, topic: null, completedAt: at }]);
        const change = await applyCompletions(
          tx,
          [{ workerId, courseIds: [courseId], topics: [], completedAt: at, answersUntil: null }],
          actor,
        );
        await this.changes.publish(tx, change);
      }
      return readAssignment(tx, id);
    });
  }
}

/** Locks its need first, in the common order of locks. @throws NotFound */
async function lockAssignment(tx: TenantTransaction, id: string): Promise<Assignment> {
  const found = await tx.findOne(Assignment, { id });
  if (found === null) throw new NotFound('assignment');
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  if (typeof found.needId === 'string') await tx.findOne(Need, { id: found.needId }, { fields: ['id'], lockMode });
  const assignment = await tx.findOne(Assignment, { id }, { lockMode, refresh: true });
  if (assignment === null) throw new NotFound('assignment');
  return assignment;
}

function timeOf(completedAt: string | undefined): string {
  if (completedAt === undefined) return new Date().toISOString();
  const date = new Date(completedAt);
  if (date.getTime() > Date.now() + AHEAD_MS)
    throw new Invalid([{ field: 'completedAt', message: 'must not be in the future' }]);
  return date.toISOString();
}
