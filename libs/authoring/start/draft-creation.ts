import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { TopicMatching, topicIdentity } from '#catalog';
import { type TenantTransaction, ids } from '#platform/database';
import { audit } from '#tenancy';
import { EMPTY_CONTENT } from '../drafts/draft-content.js';
import { Draft } from '../drafts/draft.entity.js';
import { DraftStep } from '../drafts/draft-step.entity.js';
import { reserve } from '../metering/meter.js';
import { monthOf } from '../metering/month.js';
import { DRAFT_WRITER, type DraftWriter } from '../writers/draft-writer.js';
import { CourseAvailable } from './author.errors.js';

/** What a draft is about, as in a signal. */
export interface DraftTopic {
  readonly topic: string;
  readonly category?: string | null | undefined;
}

export interface DraftStarter {
  readonly actor: string;
  /** `auto`: nobody asked for it; as many people need the topic as the tenant has set. */
  readonly kind: 'person' | 'auto';
  /** The operation on many needs that starts it. */
  readonly operationId?: string;
}

/** Creates drafts: the only place that does. */
@Injectable()
export class DraftCreation {
  constructor(
    private readonly matching: TopicMatching,
    @Inject(DRAFT_WRITER) private readonly writer: DraftWriter,
  ) {}

  /** What a draft reserves. */
  get estimatedTokens(): number {
    return this.writer.estimatedTokens;
  }

  /**
   * Reserves and creates a draft, which waits for the job that writes it. The caller has locked its topic
   * (`lockUnderWay`), and found no draft under way.
   * @param force although a course of the library answers the topic
   * @throws CourseAvailable, PlanLimitReached: nothing was written
   */
  async create(
    tx: TenantTransaction,
    { topic, category = null }: DraftTopic,
    { actor, kind, operationId }: DraftStarter,
    force = false,
  ): Promise<Draft> {
    if (!force) await this.demandNoCourse(tx, { topic, category });
    const { tenantId } = tx;
    const id = ids.next();
    const month = monthOf(new Date());
    const tokens = this.estimatedTokens;
    await reserve(tx, { draftId: id, month, tokens });
    const draft = tx.create(Draft, {
      tenantId,
      id,
      status: 'queued',
      topic,
      topicKey: topicIdentity(topic),
      category,
      content: EMPTY_CONTENT,
      writtenBy: this.writer.kind,
      model: this.writer.model,
      startedBy: actor,
      startedByKind: kind,
      operationId: operationId ?? null,
      authors: [actor],
      month,
      estimatedTokens: tokens,
      failures: {},
      createdAt: new Date(),
      updatedAt: new Date(),
    });
    tx.assign(draft, { nextAttemptAt: sql.now() });
    this.writer.steps.forEach((name, position) => tx.create(DraftStep, { tenantId, draftId: id, position, name }));
    audit(tx, { actor, action: 'draft.started', subject: { kind: 'draft', id }, after: { topic, startedBy: kind } });
    await tx.flush();
    return draft;
  }

  /** @throws CourseAvailable */
  async demandNoCourse(tx: TenantTransaction, { topic, category = null }: DraftTopic): Promise<void> {
    const { recommended } = (await this.matching.matcherOf(tx)).match(topic, category);
    if (recommended !== null) throw new CourseAvailable(ids.show('crs', recommended.courseId), recommended.title);
  }
}
