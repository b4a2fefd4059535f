import { LockMode } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { TopicMatching, domainVocabulary, subjectsOf, topicIdentity } from '#catalog';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import type { DraftContent } from '../drafts/draft-content.js';
import { Draft } from '../drafts/draft.entity.js';
import { DraftLifecycle, lockDraft } from '../drafts/draft-lifecycle.js';
import { DraftStep } from '../drafts/draft-step.entity.js';
import { DraftVersion } from '../drafts/draft-version.entity.js';
import { TopicNeeds } from '../drafts/topic-needs.js';
import { settle } from '../metering/meter.js';
import { type Brief, DRAFT_WRITER, type DraftWriter, type WrittenStep } from '../writers/draft-writer.js';

/** Attempts at one step, and the wait after the first failure, in milliseconds, which doubles each time. */
const MOST_ATTEMPTS = 5;
const FIRST_WAIT_MS = 2_000;

/** A step that a worker has taken. Until `lease` ends, no other worker takes it. */
interface TakenStep {
  readonly draftId: string;
  readonly lease: string;
  readonly position: number;
  readonly name: string;
  readonly isLast: boolean;
  readonly brief: Brief;
  readonly written: DraftContent;
}

/**
 * Writes drafts step by step. Each step is taken in one transaction, written outside of any, and stored in another one,
 * which checks that the step is still this attempt's: a process that is killed, or is late, neither loses a step nor
 * stores one twice.
 */
@Injectable()
export class DraftWork {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly matching: TopicMatching,
    private readonly needs: TopicNeeds,
    private readonly lifecycle: DraftLifecycle,
    @Inject(DRAFT_WRITER) private readonly writer: DraftWriter,
  ) {}

  /** Writes the next step that is due, of any draft of the tenant in scope. @returns false where none is due */
  async runStep(): Promise<boolean> {
    const step = await this.database.inTenant((tx) => this.takeStep(tx));
    if (step === null) return false;
    await this.needs.sendAllOf(step.draftId, topicIdentity(step.brief.topic));
    const written = await this.write(step);
    await this.database.inTenant((tx) =>
      written instanceof Error ? this.storeFailure(tx, step, written) : this.store(tx, step, written),
    );
    return true;
  }

  private async write({ name, brief, written }: TakenStep): Promise<WrittenStep | Error> {
    try {
      return await this.writer.write(name, brief, written);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async takeStep(tx: TenantTransaction): Promise<TakenStep | null> {
    const draft = await tx.findOne(
      Draft,
      { nextAttemptAt: { $lte: new Date() } },
      { orderBy: { nextAttemptAt: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    if (draft === null) return null;
    const { actor } = this.scope.tenant;
    if (draft.status === 'queued') await this.lifecycle.move(tx, draft, { event: 'begin', actor });
    const [next, ...later] = await tx.find(
      DraftStep,
      { draftId: draft.id, status: 'waiting' },
      { orderBy: { position: 'asc' } },
    );
    if (next === undefined) throw new Error(`the draft ${draft.id} is being written, but has no step left`);
    const lease = ids.next();
    tx.assign(draft, { lease, nextAttemptAt: new Date(Date.now() + this.writer.leaseMs) });
    return {
      draftId: draft.id,
      lease,
      position: next.position,
      name: next.name,
      isLast: later.length === 0,
      brief: await this.briefOf(tx, draft),
      written: draft.content,
    };
  }

  private async briefOf(tx: TenantTransaction, { topic, category = null }: Draft): Promise<Brief> {
    const { candidates } = (await this.matching.matcherOf(tx)).match(topic, category);
    return {
      topic,
      category,
      subjects: subjectsOf(topic, domainVocabulary()),
      relatedCourses: candidates.map(({ title }) => title),
    };
  }

  private async store(tx: TenantTransaction, taken: TakenStep, { content, tokens }: WrittenStep): Promise<void> {
    const draft = await this.lockTaken(tx, taken);
    if (draft === null) return;
    const step = await tx.findOneOrFail(DraftStep, { draftId: draft.id, position: taken.position });
    tx.assign(step, { status: 'done', tokens, doneAt: new Date() });
    draft.content = { ...draft.content, ...content };
    tx.assign(draft, {
      spentTokens: draft.spentTokens + tokens,
      attempts: 0,
      lease: null,
      nextAttemptAt: taken.isLast ? null : new Date(),
    });
    if (taken.isLast) await this.finish(tx, draft);
  }

  /** Charges the draft in the transaction that makes it ready. */
  private async finish(tx: TenantTransaction, draft: Draft): Promise<void> {
    const { actor } = this.scope.tenant;
    const { id: draftId, month, estimatedTokens: tokens, content } = draft;
    await settle(tx, { draftId, month, tokens }, draft.spentTokens);
    await this.lifecycle.move(tx, draft, { event: 'finish', actor });
    tx.create(DraftVersion, {
      tenantId: tx.tenantId,
      draftId,
      version: draft.version,
      actor,
      changed: Object.keys(content),
      content,
    });
  }

  private async storeFailure(tx: TenantTransaction, taken: TakenStep, error: Error): Promise<void> {
    const draft = await this.lockTaken(tx, taken);
    if (draft === null) return;
    const attempts = draft.attempts + 1;
    const wait = FIRST_WAIT_MS * 2 ** draft.attempts;
    tx.assign(draft, { attempts, lease: null, error: error.message, nextAttemptAt: new Date(Date.now() + wait) });
    if (attempts < MOST_ATTEMPTS) return;
    const { actor } = this.scope.tenant;
    await this.lifecycle.giveUp(tx, draft, { event: 'fail', actor, after: { error: error.message } });
  }

  /** Null: the draft was cancelled, or another worker has taken the step meanwhile. */
  private async lockTaken(tx: TenantTransaction, { draftId, lease }: TakenStep): Promise<Draft | null> {
    const draft = await lockDraft(tx, draftId);
    return draft.status === 'drafting' && draft.lease === lease ? draft : null;
  }
}
