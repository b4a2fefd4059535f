import { Inject, Injectable } from '@nestjs/common';
import { AssignmentEnded, readAssignment } from '#needs';
import { CONFIG, type Config } from '#platform/config';
import { Database, RequestScope } from '#platform/database';
import { demandVersion } from '#platform/http';
import { DAY_MS } from '#platform/text';
import { audit, newToken, tokenHash } from '#tenancy';
import { QuizAttempt } from '../quiz/quiz-attempt.entity.js';
import { AssignmentLink } from './assignment-link.entity.js';
import type { CreateLinkBody } from './link.dto.js';
import { type AssignmentLearning, type CreatedLink, attemptView, linkView } from './link.view.js';

const SHOWN_ATTEMPTS = 50;

/** Manages the links by which workers take their assignments. */
@Injectable()
export class AssignmentLinks {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Replaces an earlier link of the assignment. @throws NotFound, Stale, AssignmentEnded */
  create(assignmentId: string, { validDays }: CreateLinkBody, ifMatch: string | null): Promise<CreatedLink> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const { status, version } = await readAssignment(tx, assignmentId);
      demandVersion(ifMatch, version);
      if (status !== 'assigned') throw new AssignmentEnded('link', status);
      const token = newToken('learner', tx.tenantId);
      const createdAt = new Date();
      const link = await tx.upsert(AssignmentLink, {
        tenantId: tx.tenantId,
        assignmentId,
        hash: tokenHash(token),
        createdBy: actor,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + validDays * DAY_MS),
      });
      audit(tx, {
        actor,
        action: 'assignment.link_created',
        subject: { kind: 'assignment', id: assignmentId },
        after: { expiresAt: link.expiresAt },
      });
      return { ...linkView(link), learnUrl: `${this.config.publicUrl}/learn/${token}` };
    });
  }

  /** @throws NotFound */
  learning(assignmentId: string): Promise<AssignmentLearning> {
    return this.database.inTenant(async (tx) => {
      await readAssignment(tx, assignmentId);
      const link = await tx.findOne(AssignmentLink, { assignmentId });
      const attempts = await tx.find(QuizAttempt, { assignmentId }, { orderBy: { id: 'desc' }, limit: SHOWN_ATTEMPTS });
      return { link: link === null ? null : linkView(link), attempts: attempts.map(attemptView) };
    });
  }

  /** Does nothing if the assignment has no link. @throws NotFound, Stale */
  revoke(assignmentId: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      demandVersion(ifMatch, (await readAssignment(tx, assignmentId)).version);
      if ((await tx.nativeDelete(AssignmentLink, { assignmentId })) === 0) return;
      audit(tx, { actor, action: 'assignment.link_revoked', subject: { kind: 'assignment', id: assignmentId } });
    });
  }
}
