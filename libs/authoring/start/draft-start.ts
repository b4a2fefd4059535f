import { Inject, Injectable } from '@nestjs/common';
import { TopicMatching, topicIdentity } from '#catalog';
import { Need, NeedAuthoring } from '#needs';
import { Database, RequestScope, type TenantTransaction, afterCommit, ids } from '#platform/database';
import { NotFound, Stale } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { JobSender } from '#platform/queue';
import { audit } from '#tenancy';
import { EMPTY_CONTENT } from '../drafts/draft-content.js';
import { Draft } from '../drafts/draft.entity.js';
import { UNDER_WAY } from '../drafts/draft.transitions.js';
import { DraftStep } from '../drafts/draft-step.entity.js';
import { lockUnderWay } from '../drafts/under-way.js';
import { reserve } from '../metering/meter.js';
import { monthOf } from '../metering/month.js';
import { UsageReader } from '../metering/usage-reader.js';
import { WriteDrafts } from '../writers/write-drafts.job.js';
import { DRAFT_WRITER, type DraftWriter } from '../writers/draft-writer.js';
import type { AuthorBody } from './author.dto.js';
import { CourseAvailable, NeedNotAuthorable, NeedWithoutTopic } from './author.errors.js';
import type { AuthorResult } from './author.view.js';

/** A need that a course can be drafted for. */
type AuthorableNeed = Pick<Need, 'id' | 'category' | 'draftId' | 'status' | 'version'> & {
  readonly topic: string;
  readonly topicKey: string;
};

/** Starts drafts for needs. All needs with the same topic wait for one draft. */
@Injectable()
export class DraftStart {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly matching: TopicMatching,
    private readonly needs: NeedAuthoring,
    private readonly usage: UsageReader,
    private readonly jobs: JobSender,
    @Inject(DRAFT_WRITER) private readonly writer: DraftWriter,
  ) {}

  /**
   * Sends a need to the draft of its topic that is under way, or to a new one; a dry run only estimates its cost.
   * @throws NotFound, Stale, NeedWithoutTopic, NeedNotAuthorable, CourseAvailable, PlanLimitReached
   */
  author(needId: string, body: AuthorBody, ifMatch: string | null): Promise<AuthorResult> {
    return body.dryRun ? this.estimate(needId, body) : this.start(needId, body, ifMatch);
  }

  private start(needId: string, { force }: AuthorBody, ifMatch: string | null): Promise<AuthorResult> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const { topicKey } = await readNeed(tx, needId);
      const underWay = await lockUnderWay(tx, topicKey);
      // Read again: it may have waited for another start, or for the draft's job.
      const need = await readNeed(tx, needId);
      demandVersion(ifMatch, need.version);
      if (need.topicKey !== topicKey) throw new Stale();
      const draft = underWay ?? (await this.create(tx, need, force));
      const isWaiting = need.draftId === draft.id && need.status === 'authoring';
      const [refused] = isWaiting ? [] : await this.needs.send(tx, [need.id], draft, actor);
      if (refused !== undefined) throw new NeedNotAuthorable(refused.status);
      const { tenantId } = tx;
      afterCommit(tx, () => void this.jobs.send(WriteDrafts, [{ tenantId }]));
      return { draftId: ids.show('drf', draft.id) };
    });
  }

  /** What {@link start} would reserve. */
  private async estimate(needId: string, { force }: AuthorBody): Promise<AuthorResult> {
    const isNew = await this.database.inTenant(async (tx) => {
      const need = await readNeed(tx, needId);
      if ((await tx.count(Draft, { topicKey: need.topicKey, status: { $in: [...UNDER_WAY] } })) > 0) return false;
      await this.demandNoCourse(tx, need, force);
      return true;
    });
    const { drafts } = await this.usage.usage();
    return { drafts: isNew ? 1 : 0, tokens: isNew ? this.writer.estimatedTokens : 0, left: drafts.left };
  }

  private async create(tx: TenantTransaction, need: AuthorableNeed, force: boolean): Promise<Draft> {
    await this.demandNoCourse(tx, need, force);
    const { tenantId } = tx;
    const { actor } = this.scope.tenant;
    const id = ids.next();
    const month = monthOf(new Date());
    const tokens = this.writer.estimatedTokens;
    await reserve(tx, { draftId: id, month, tokens });
    const draft = tx.create(Draft, {
      tenantId,
      id,
      status: 'queued',
      topic: need.topic,
      topicKey: need.topicKey,
      category: need.category ?? null,
      content: EMPTY_CONTENT,
      writtenBy: this.writer.kind,
      model: this.writer.model,
      startedBy: actor,
      startedByKind: 'person',
      authors: [actor],
      month,
      estimatedTokens: tokens,
      nextAttemptAt: new Date(),
      createdAt: new Date(),
      updatedAt: new Date(),
    });
    this.writer.steps.forEach((name, position) => tx.create(DraftStep, { tenantId, draftId: id, position, name }));
    audit(tx, { actor, action: 'draft.started', subject: { kind: 'draft', id }, after: { topic: need.topic } });
    await tx.flush();
    return draft;
  }

  private async demandNoCourse(
    tx: TenantTransaction,
    { topic, category }: AuthorableNeed,
    force: boolean,
  ): Promise<void> {
    if (force) return;
    const { recommended } = (await this.matching.matcherOf(tx)).match(topic, category ?? null);
    if (recommended !== null) throw new CourseAvailable(ids.show('crs', recommended.courseId), recommended.title);
  }
}

/** @throws NotFound, NeedWithoutTopic */
async function readNeed(tx: TenantTransaction, id: string): Promise<AuthorableNeed> {
  const need = await tx.findOne(Need, { id }, { refresh: true });
  if (need === null) throw new NotFound('need');
  const { topic, category, draftId, status, version } = need;
  if (typeof topic !== 'string') throw new NeedWithoutTopic();
  return { id, topic, category, draftId, status, version, topicKey: topicIdentity(topic) };
}
