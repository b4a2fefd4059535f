import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Worker } from '#directory';
import { Database, RequestScope, type TenantTransaction, afterCommit, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { Wakeups } from '#signals';
import { audit, lockTimeZoneShared } from '#tenancy';
import { NeedChanges } from '../need-changes.js';
import type { ReassignBody } from './assignment.dto.js';
import { Assignment } from './assignment.entity.js';
import { AlreadyAssigned } from './assignment.errors.js';
import type { AssignmentView } from './assignment.view.js';
import { readAssignment } from './assignment-reader.js';
import { lockToRemove } from './lock-assignment.js';
import { removeAssignment, withdrawAfterRemoval } from './remove-assignment.js';
import { statusAfter } from './status-after.js';

/** Gives assignments to other workers. */
@Injectable()
export class Reassignment {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: NeedChanges,
    private readonly wakeups: Wakeups,
  ) {}

  /**
   * Cancels the assignment and creates one of the other worker. If the assignment was given to this worker before,
   * answers that one.
   * @throws NotFound, Stale, Invalid, AssignmentEnded, AlreadyAssigned
   */
  reassign(id: string, { workerId: shownId }: ReassignBody, ifMatch: string | null): Promise<AssignmentView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockTimeZoneShared(tx);
      const { assignment, needs } = await lockToRemove(tx, id);
      demandVersion(ifMatch, assignment.version);
      const workerId = ids.parse('wrk', shownId);
      const earlier = await findSuccessor(tx, assignment, workerId);
      if (earlier !== null) return readAssignment(tx, earlier);
      statusAfter('reassign', assignment.status);
      const successor = await assignInstead(tx, assignment, await activeWorker(tx, workerId), actor);
      const removal = { actor, reason: 'reassigned', reassignedTo: successor.id } as const;
      await removeAssignment(tx, assignment, removal);
      const needIds = await withdrawAfterRemoval(tx, assignment, needs, removal);
      await this.changes.publish(tx, { needIds, workerIds: [assignment.workerId, successor.workerId] });
      if (needIds.length > 0) afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
      return readAssignment(tx, successor.id);
    });
  }
}

/** The assignment that this worker was given in place of this one; null: none. */
async function findSuccessor(
  tx: TenantTransaction,
  { reassignedTo }: Assignment,
  workerId: string | null,
): Promise<string | null> {
  if (typeof reassignedTo !== 'string' || workerId === null) return null;
  const successor = await tx.findOne(Assignment, { id: reassignedTo, workerId });
  return successor?.id ?? null;
}

/** @throws Invalid naming `workerId` */
async function activeWorker(tx: TenantTransaction, id: string | null): Promise<string> {
  const worker = id === null ? null : await tx.findOne(Worker, { id });
  if (worker === null) throw new Invalid([{ field: 'workerId', message: 'names no worker' }]);
  if (!worker.active) throw new Invalid([{ field: 'workerId', message: 'names a worker who has left' }]);
  return worker.id;
}

/**
 * Creates the assignment of another worker, with the course, the due date and the operation of the first one. It is
 * for the same need only if the need reaches that worker: a need about one person is not met by another.
 * @throws AlreadyAssigned
 */
async function assignInstead(
  tx: TenantTransaction,
  { id: reassignedFrom, courseId, needId, operationId, dueAt, dueOn }: Assignment,
  workerId: string,
  actor: string,
): Promise<Assignment> {
  if ((await tx.count(Assignment, { workerId, courseId, status: 'assigned' })) > 0) throw new AlreadyAssigned();
  const id = ids.next();
  const isReached = typeof needId === 'string' && (await reaches(tx, needId, workerId));
  const successor = tx.create(Assignment, {
    tenantId: tx.tenantId,
    id,
    workerId,
    courseId,
    needId: isReached ? needId : null,
    operationId,
    dueAt,
    dueOn,
  });
  audit(tx, {
    actor,
    action: 'assignment.created',
    subject: { kind: 'assignment', id },
    after: { status: 'assigned', reassignedFrom: ids.show('asg', reassignedFrom) },
  });
  await tx.flush();
  return successor;
}

async function reaches(tx: TenantTransaction, needId: string, workerId: string): Promise<boolean> {
  const rows = await tx.execute<object[]>(sql`
    select from need_person where tenant_id = ${tx.tenantId} and need_id = ${needId} and worker_id = ${workerId}`);
  return rows.length > 0;
}
