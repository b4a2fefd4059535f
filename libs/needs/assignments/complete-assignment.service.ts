import { Injectable } from '@nestjs/common';
import { Database, RequestScope } from '#platform/database';
import { Invalid } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { NeedChanges } from '../need-changes.js';
import { applyCompletions } from './apply-completions.js';
import type { CompleteBody } from './assignment.dto.js';
import type { AssignmentView } from './assignment.view.js';
import { readAssignment } from './assignment-reader.js';
import { lockWithNeed } from './lock-assignment.js';
import { storeCompletions } from './store-completions.js';
import { statusAfter } from './status-after.js';

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

  /** Does nothing for a completed assignment. @throws NotFound, Stale, Invalid, AssignmentEnded */
  complete(id: string, { completedAt }: CompleteBody, ifMatch: string | null): Promise<AssignmentView> {
    const { actor } = this.scope.tenant;
    const at = timeOf(completedAt);
    return this.database.inTenant(async (tx) => {
      const { workerId, courseId, status, version } = await lockWithNeed(tx, id);
      demandVersion(ifMatch, version);
      if (statusAfter('complete', status) !== status) {
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

function timeOf(completedAt: string | undefined): string {
  if (completedAt === undefined) return new Date().toISOString();
  const date = new Date(completedAt);
  if (date.getTime() > Date.now() + AHEAD_MS)
    throw new Invalid([{ field: 'completedAt', message: 'must not be in the future' }]);
  return date.toISOString();
}
