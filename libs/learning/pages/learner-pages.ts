import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Course } from '#catalog';
import { AssignmentCompletion, AssignmentEnded, type AssignmentView, lookUpAssignment } from '#needs';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { NotFound, Unauthorized } from '#platform/errors';
import type { FormFields } from '#platform/http';
import { Page, SeeOther } from '#platform/pages';
import { HOUR_MS } from '#platform/text';
import { Tenant, claimedTenant, tokenHash } from '#tenancy';
import { AssignmentLink } from '../links/assignment-link.entity.js';
import { gradeQuiz } from '../quiz/grade-quiz.js';
import { readVersion } from '../quiz/read-version.js';
import { QuizAttempt } from '../quiz/quiz-attempt.entity.js';
import { coursePage, isTakenHere } from './course-page.js';
import { cancelledPage, invalidLinkPage } from './notice-pages.js';
import { answersOf } from './quiz-form.js';

/** How often a quiz can be taken in an hour, so that its answers are not found by trying. */
const MAX_ATTEMPTS = 10;

/** What a link leads to. */
interface Taken {
  /** UUID. */
  readonly assignmentId: string;
  readonly assignment: AssignmentView;
  readonly course: Course;
  /** IANA. */
  readonly timeZone: string;
}

/** The pages on which a worker takes an assigned course. */
@Injectable()
export class LearnerPages {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly completion: AssignmentCompletion,
  ) {}

  /** @param attemptId the attempt (`att_…`) whose result is shown */
  async show(token: string, attemptId: unknown): Promise<Page> {
    const read = await this.withLink(token, async (tx, taken) => {
      const id = typeof attemptId === 'string' ? ids.parse('att', attemptId) : null;
      const attempt = id === null ? null : await tx.findOne(QuizAttempt, { id, assignmentId: taken.assignmentId });
      return { ...taken, attempt };
    });
    return read instanceof Page ? read : coursePage(read);
  }

  /** Judges the answers; a passed quiz completes the assignment, once. */
  async answer(token: string, form: FormFields): Promise<Page | SeeOther> {
    // A caller without a valid link takes none of the tenant's connections.
    const refusal = await this.withLink(token, () => Promise.resolve(null));
    if (refusal !== null) return refusal;
    const work = (tx: TenantTransaction, taken: Taken): Promise<Page | SeeOther> => this.answerQuiz(tx, taken, form);
    return this.withLink(token, work, { isAnswer: true }).catch((error: unknown) => {
      // Meanwhile it was cancelled or removed with its offer, or the tenant was suspended: the page shows that.
      if ([AssignmentEnded, NotFound, Unauthorized].some((type) => error instanceof type)) return new SeeOther('?');
      throw error;
    });
  }

  private async answerQuiz(tx: TenantTransaction, taken: Taken, form: FormFields): Promise<Page | SeeOther> {
    const { assignmentId, assignment, course } = taken;
    if (assignment.status !== 'assigned' || !isTakenHere(course)) return new SeeOther('?');
    const { answers, missing } = answersOf(form, course.quiz);
    const again = (notice: string, status: number, chosen = answers): Promise<Page> =>
      coursePage({ ...taken, chosen, notice, status });
    // The options may have changed their places: what was chosen by its place may be another answer now.
    if (form.get('version') !== String(readVersion(course)))
      return again('The course was changed while you were reading. Please read it again, and then answer.', 409, []);
    if (missing.length > 0)
      return again(`Please choose an answer: question ${missing.map((index) => index + 1).join(', ')}.`, 422);
    if ((await recentAttempts(tx, assignmentId)) >= MAX_ATTEMPTS)
      return again(`You have answered ${MAX_ATTEMPTS} times within an hour. Please try again later.`, 429);
    const { correct, passed } = gradeQuiz(course.quiz, answers, course.passMark);
    const { id } = tx.create(QuizAttempt, {
      tenantId: tx.tenantId,
      id: ids.next(),
      assignmentId,
      courseVersion: course.version,
      readVersion: readVersion(course),
      answers,
      correct,
      questions: course.quiz.length,
      passed,
    });
    await tx.flush();
    if (passed)
      await this.completion.complete(tx, assignmentId, {
        actor: `learner:${assignment.worker.id}`,
        completedAt: new Date().toISOString(),
      });
    return new SeeOther(`?attempt=${ids.show('att', id)}`);
  }

  /**
   * Runs `work` on what the link leads to. Wrong, replaced, revoked and expired links get the same page, and so do
   * those of a suspended tenant.
   * @param isAnswer another answer by the same link waits until the transaction ends. It may itself wait for locks of
   * the tenant, such as those of an import, and therefore takes a connection of the tenant: those of unauthenticated
   * clients are few, and every log-in and every call waits for them
   */
  private withLink<Result>(
    token: string,
    work: (tx: TenantTransaction, taken: Taken) => Promise<Result>,
    { isAnswer = false } = {},
  ): Promise<Result | Page> {
    const tenantId = claimedTenant('learner', token);
    if (tenantId === null) return Promise.resolve(invalidLinkPage());
    const followed = async (tx: TenantTransaction): Promise<Result | Page> => {
      const link = await tx.findOne(
        AssignmentLink,
        { hash: tokenHash(token), expiresAt: { $gt: new Date() } },
        isAnswer ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {},
      );
      const tenant = await tx.findOne(Tenant, { id: tenantId, status: 'active' });
      if (link === null || tenant === null) return invalidLinkPage();
      // An offer that is undone takes its assignments with it.
      const assignment = await lookUpAssignment(tx, link.assignmentId);
      if (assignment === null || assignment.status === 'cancelled') return cancelledPage();
      const course = await tx.findOne(Course, { id: ids.parse('crs', assignment.course.id) ?? '' });
      if (course === null) return cancelledPage();
      return work(tx, { assignmentId: link.assignmentId, assignment, course, timeZone: tenant.timeZone });
    };
    if (!isAnswer) return this.database.asTenant(tenantId, followed);
    const learner = { tenantId, tenantSlug: '', actor: 'learner' };
    return this.scope.run(learner, () => this.database.inTenant(followed));
  }
}

function recentAttempts(tx: TenantTransaction, assignmentId: string): Promise<number> {
  return tx.count(QuizAttempt, { assignmentId, createdAt: { $gt: new Date(Date.now() - HOUR_MS) } });
}
