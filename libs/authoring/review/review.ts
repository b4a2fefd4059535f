import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CourseCreation } from '#catalog';
import { NeedAuthoring, topicsOfDraft } from '#needs';
import { Database, RequestScope, type TenantTransaction, afterCommit, ids } from '#platform/database';
import { JobSender } from '#platform/queue';
import { type MemberUser, actorsOfUser, audit } from '#tenancy';
import { CheckedDrafts } from '../checks/checked-drafts.js';
import { noteAuthor } from '../drafts/authors.js';
import { unsourcedClaims } from '../drafts/draft-content.js';
import type { Draft } from '../drafts/draft.entity.js';
import { ApproverIsAuthor, ApproverNotSignedIn, DraftUnderWay, UnsourcedClaims } from '../drafts/draft.errors.js';
import { DraftLifecycle, demandMove, lockDraft } from '../drafts/draft-lifecycle.js';
import type { DraftView } from '../drafts/draft.view.js';
import { lockUnderWay } from '../drafts/under-way.js';
import { reserve } from '../metering/meter.js';
import { monthOf } from '../metering/month.js';
import { DraftCreation } from '../start/draft-creation.js';
import { WriteDrafts } from '../writers/write-drafts.job.js';
import { courseContent } from './course-content.js';

/** A course's topics, at most (`course.dto.ts`). */
const MAX_TOPICS = 50;

type Decision = (tx: TenantTransaction, draft: Draft, actor: string) => Promise<void>;

/** Decisions of people about drafts. Each answers the changed draft. */
@Injectable()
export class Review {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly lifecycle: DraftLifecycle,
    private readonly drafts: CheckedDrafts,
    private readonly needs: NeedAuthoring,
    private readonly courses: CourseCreation,
    private readonly creation: DraftCreation,
    private readonly jobs: JobSender,
  ) {}

  /** @throws NotFound, Stale, IllegalDraftMove */
  submit(id: string, ifMatch: string | null): Promise<DraftView> {
    return this.change(id, ifMatch, async (tx, draft, actor) => {
      noteAuthor(draft, actor);
      await this.lifecycle.move(tx, draft, { event: 'submit', actor });
    });
  }

  /**
   * @param user null: an API token
   * @throws NotFound, Stale, IllegalDraftMove, ApproverNotSignedIn, ApproverIsAuthor, UnsourcedClaims
   */
  approve(id: string, user: MemberUser | null, ifMatch: string | null): Promise<DraftView> {
    return this.change(id, ifMatch, async (tx, draft, actor) => {
      demandMove(draft, 'approve');
      if (user === null) throw new ApproverNotSignedIn();
      const actors = await actorsOfUser(tx, user);
      if (draft.authors.some((author) => actors.includes(author))) throw new ApproverIsAuthor();
      const unsourced = unsourcedClaims(draft.content).length;
      if (unsourced > 0) throw new UnsourcedClaims(unsourced);
      await this.lifecycle.move(tx, draft, { event: 'approve', actor });
    });
  }

  /** @throws NotFound, Stale, IllegalDraftMove */
  reject(id: string, reason: string, ifMatch: string | null): Promise<DraftView> {
    return this.change(id, ifMatch, async (tx, draft, actor) => {
      draft.rejection = reason;
      await this.lifecycle.move(tx, draft, { event: 'reject', actor, after: { reason } });
    });
  }

  /**
   * Adds the course to the published library, and reopens the needs that waited for it, which are matched again.
   * @throws NotFound, Stale, IllegalDraftMove, LibraryFull
   */
  publish(id: string, ifMatch: string | null): Promise<DraftView> {
    return this.change(id, ifMatch, async (tx, draft, actor) => {
      demandMove(draft, 'publish');
      const { content } = draft;
      const topics = distinct([...content.topics, ...(await topicsOfDraft(tx, id, MAX_TOPICS))]).slice(0, MAX_TOPICS);
      draft.courseId = await this.addCourse(tx, draft, topics, actor);
      // From now on the course is due for review, and not the draft.
      await this.lifecycle.end(tx, draft, { event: 'publish', actor, after: { topics } });
    });
  }

  /** Cancels the draft, and releases its reservation. */
  cancel(id: string, ifMatch: string | null): Promise<DraftView> {
    return this.change(id, ifMatch, (tx, draft, actor) => this.lifecycle.giveUp(tx, draft, { event: 'cancel', actor }));
  }

  /**
   * Continues a failed draft from the step that failed, and reserves it again; not if the library has a course for its
   * topic by now, unless needs were sent to it all the same.
   * @throws NotFound, Stale, IllegalDraftMove, DraftUnderWay, PlanLimitReached, CourseAvailable
   */
  retry(id: string, ifMatch: string | null): Promise<DraftView> {
    return this.change(id, ifMatch, async (tx, draft, actor) => {
      demandMove(draft, 'retry');
      const other = await lockUnderWay(tx, draft.topicKey);
      if (other !== null && other.id !== id) throw new DraftUnderWay(ids.show('drf', other.id));
      const month = monthOf(new Date());
      await reserve(tx, { draftId: id, month, tokens: draft.estimatedTokens });
      noteAuthor(draft, actor);
      draft.failures = {};
      tx.assign(draft, { month, error: null, endedBy: null, nextAttemptAt: sql.now() });
      await this.lifecycle.move(tx, draft, { event: 'retry', actor });
      if ((await this.needs.sendKept(tx, draft, draft.topicKey, actor)) === 0)
        await this.creation.demandNoCourse(tx, draft);
      const { tenantId } = tx;
      afterCommit(tx, () => void this.jobs.send(WriteDrafts, [{ tenantId }]));
    });
  }

  private change(id: string, ifMatch: string | null, work: Decision): Promise<DraftView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const draft = await lockDraft(tx, id, ifMatch);
      await work(tx, draft, actor);
      return this.drafts.show(tx, draft);
    });
  }

  private async addCourse(
    tx: TenantTransaction,
    { content, category = null, reviewDueSince = null }: Draft,
    topics: readonly string[],
    actor: string,
  ): Promise<string> {
    const [course] = await this.courses.createCourses(tx, [
      {
        title: content.title,
        summary: content.summary,
        category,
        topics,
        content: courseContent(content),
        quiz: content.quiz,
        estimatedMinutes: content.estimatedMinutes > 0 ? content.estimatedMinutes : null,
        reviewDueSince,
        published: true,
      },
    ]);
    if (course === undefined) throw new Error('no course was created');
    const { id, title } = course;
    audit(tx, { actor, action: 'course.published', subject: { kind: 'course', id }, after: { title, topics } });
    return id;
  }
}

/** Each once, where and as it comes first; case does not count. */
function distinct(topics: readonly string[]): string[] {
  return [...Map.groupBy(topics, (topic) => topic.toLowerCase()).values()].flatMap(([first]) => first ?? []);
}
