import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { type DateText, dateColumns } from '#platform/text';
import { startInstant } from '#tenancy';
import { AssignmentCompletion } from './assignment-completion.js';
import type { CompleteBody } from './assignment.dto.js';
import type { AssignmentView } from './assignment.view.js';
import { readAssignment } from './assignment-reader.js';

/** How far in the future a completion may be, because clocks differ. */
const AHEAD_MS = 5 * 60 * 1_000;

/** Completes assignments that admins report as done. */
@Injectable()
export class CompleteAssignmentService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly completion: AssignmentCompletion,
  ) {}

  /** Does nothing for a completed assignment. @throws NotFound, Stale, Invalid, AssignmentEnded */
  complete(id: string, body: CompleteBody, ifMatch: string | null): Promise<AssignmentView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const completedAt = await timeOf(tx, body.completedAt);
      const { day: completedOn } = dateColumns(body.completedAt ?? null);
      await this.completion.complete(tx, id, { actor, completedAt, completedOn, ifMatch });
      return readAssignment(tx, id);
    });
  }
}

async function timeOf(tx: TenantTransaction, completedAt: DateText | undefined): Promise<string> {
  if (completedAt === undefined) return new Date().toISOString();
  const date = new Date(await startInstant(tx, completedAt));
  if (date.getTime() > Date.now() + AHEAD_MS)
    throw new Invalid([{ field: 'completedAt', message: 'must not be in the future' }]);
  return date.toISOString();
}
