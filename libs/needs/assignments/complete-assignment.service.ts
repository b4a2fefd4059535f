import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { applyCompletions } from './apply-completions.js';
import { AssignmentCancelled } from './assignment.errors.js';
import type { AssignmentStatus, AssignmentView } from './assignment.view.js';
import { readAssignment } from './assignment-reader.js';
import type { CompleteBody } from './assignments.query.js';
import { storeCompletions } from './store-completions.js';

/** How far a completion may lie in the future, as clocks differ. */
const AHEAD_MS = 5 * 60 * 1_000;

/** Completes assignments that admins report as done. */
@Injectable()
export class CompleteAssignmentService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /** One that is completed already stays as it is. @throws NotFound, Stale, Invalid, AssignmentCancelled */
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
        await applyCompletions(
          tx,
          [{ workerId, courseIds: [courseId], topics: [], completedAt: at, answersUntil: null }],
          actor,
        );
      }
      return readAssignment(tx, id);
    });
  }
}

interface LockedAssignment {
  readonly workerId: string;
  readonly courseId: string;
  readonly status: AssignmentStatus;
  readonly version: number;
}

/** Its need first, as all lock them. @throws NotFound */
async function lockAssignment(tx: TenantTransaction, id: string): Promise<LockedAssignment> {
  await tx.execute(
    sql`select from need where tenant_id = ${tx.tenantId}
        and id = (select need_id from assignment where tenant_id = ${tx.tenantId} and id = ${id}) for update`,
  );
  const [assignment] = await tx.execute<LockedAssignment[]>(
    sql`select worker_id as "workerId", course_id as "courseId", status, version from assignment
        where tenant_id = ${tx.tenantId} and id = ${id} for update`,
  );
  if (assignment === undefined) throw new NotFound('assignment');
  return assignment;
}

function timeOf(completedAt: string | undefined): string {
  if (completedAt === undefined) return new Date().toISOString();
  const date = new Date(completedAt);
  if (date.getTime() > Date.now() + AHEAD_MS)
    throw new Invalid([{ field: 'completedAt', message: 'must be a time that does not lie ahead' }]);
  return date.toISOString();
}
