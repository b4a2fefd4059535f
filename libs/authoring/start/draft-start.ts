import { Injectable } from '@nestjs/common';
import { topicIdentity } from '#catalog';
import { Need, NeedAuthoring } from '#needs';
import { Database, RequestScope, type TenantTransaction, afterCommit, ids } from '#platform/database';
import { NotFound, Stale } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { JobSender } from '#platform/queue';
import { Draft } from '../drafts/draft.entity.js';
import { DraftLifecycle } from '../drafts/draft-lifecycle.js';
import { UNDER_WAY } from '../drafts/draft.transitions.js';
import { lockUnderWay } from '../drafts/under-way.js';
import { markWaiting } from '../marks/marks.js';
import { PlanLimitReached } from '../metering/metering.errors.js';
import { draftsLeft } from '../metering/room.js';
import { WriteDrafts } from '../writers/write-drafts.job.js';
import type { AuthorBody } from './author.dto.js';
import { NeedNotAuthorable, NeedWithoutTopic } from './author.errors.js';
import type { AuthorResult } from './author.view.js';
import { DraftCreation } from './draft-creation.js';

/** Statuses of needs that can be sent to a draft, or wait for one. */
const AUTHORABLE: ReadonlySet<string> = new Set(['open', 'snoozed', 'authoring']);

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
    private readonly creation: DraftCreation,
    private readonly lifecycle: DraftLifecycle,
    private readonly needs: NeedAuthoring,
    private readonly jobs: JobSender,
  ) {}

  /**
   * Sends a need to the draft of its topic that is under way, or to a new one; a dry run only estimates its cost.
   * @throws NotFound, Stale, NeedWithoutTopic, NeedNotAuthorable, CourseAvailable, PlanLimitReached
   */
  author(needId: string, body: AuthorBody, ifMatch: string | null): Promise<AuthorResult> {
    if (body.dryRun) return this.estimate(needId, body);
    return this.start(needId, body, ifMatch).catch(async (error: unknown) => {
      if (error instanceof PlanLimitReached) await this.noteBlocked(needId, error.resetsAt);
      throw error;
    });
  }

  /** The need shows that its draft waits for the plan, until the job finds that it allows one. */
  private async noteBlocked(needId: string, resetsAt: Date): Promise<void> {
    await this.database.inTenant(async (tx) => {
      const { topic } = await readNeed(tx, needId);
      await this.needs.noteBlocked(tx, [needId], resetsAt);
      await markWaiting(tx, topic, resetsAt);
    });
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
      const draft = underWay ?? (await this.creation.create(tx, need, { actor, kind: 'person' }, force));
      const isWaiting = need.draftId === draft.id && need.status === 'authoring';
      if (!isWaiting) await this.lifecycle.reopenWaiting(tx, [need], actor);
      const [refused] = isWaiting ? [] : await this.needs.send(tx, [need.id], draft, actor);
      if (refused !== undefined) throw new NeedNotAuthorable(refused.status);
      const { tenantId } = tx;
      afterCommit(tx, () => void this.jobs.send(WriteDrafts, [{ tenantId }]));
      return { draftId: ids.show('drf', draft.id) };
    });
  }

  /** What {@link start} would reserve. */
  private estimate(needId: string, { force }: AuthorBody): Promise<AuthorResult> {
    return this.database.inTenant(async (tx) => {
      const { estimatedTokens } = this.creation;
      const need = await readNeed(tx, needId);
      if (!AUTHORABLE.has(need.status)) throw new NeedNotAuthorable(need.status);
      const left = await draftsLeft(tx, estimatedTokens);
      if ((await tx.count(Draft, { topicKey: need.topicKey, status: { $in: [...UNDER_WAY] } })) > 0)
        return { drafts: 0, tokens: 0, left };
      if (!force) await this.creation.demandNoCourse(tx, need);
      return { drafts: 1, tokens: estimatedTokens, left };
    });
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
