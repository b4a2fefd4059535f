import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';
import { demandVersion } from '#platform/http';
import { NeedChanges } from '../need-changes.js';
import { applyCompletions, lockToComplete } from './apply-completions.js';
import { findAssignment, lockAssignment } from './lock-assignment.js';
import { statusAfter } from './status-after.js';
import { storeCompletions } from './store-completions.js';

interface CompletionOfAssignment {
  /** For the audit log. */
  readonly actor: string;
  /** ISO 8601. */
  readonly completedAt: string;
  /** The day, if a day was given; default: none. */
  readonly completedOn?: string | null;
  /** `If-Match`; null: any version. */
  readonly ifMatch?: string | null;
}

/** Completes single assignments, and the needs that they answer. */
@Injectable()
export class AssignmentCompletion {
  constructor(private readonly changes: NeedChanges) {}

  /** Does nothing for a completed assignment. @throws NotFound, Stale, AssignmentEnded */
  async complete(
    tx: TenantTransaction,
    id: string,
    { actor, completedAt, completedOn = null, ifMatch = null }: CompletionOfAssignment,
  ): Promise<void> {
    const { workerId, courseId } = await findAssignment(tx, id);
    const completion = { workerId, courseIds: [courseId], topics: [], completedAt, answersUntil: null };
    await lockToComplete(tx, [completion]);
    const { status, version } = await lockAssignment(tx, id);
    demandVersion(ifMatch, version);
    if (statusAfter('complete', status) === status) return;
    await storeCompletions(tx, [{ workerId, courseId, topic: null, completedOn, completedAt, namedAt: null }]);
    await this.changes.publish(tx, await applyCompletions(tx, [completion], actor));
  }
}
