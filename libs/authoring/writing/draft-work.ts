import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { topicIdentity } from '#catalog';
import { Database, RequestScope, type TenantTransaction, ids, notifyChange } from '#platform/database';
import { errorOf } from '#platform/thrown';
import { keepActive } from '#tenancy';
import { noteCitations } from '../documents/citations.js';
import { type DraftContent, citedPassages } from '../drafts/draft-content.js';
import { Draft } from '../drafts/draft.entity.js';
import { DraftLifecycle, lockDraft } from '../drafts/draft-lifecycle.js';
import { DraftStep } from '../drafts/draft-step.entity.js';
import { DraftVersion } from '../drafts/draft-version.entity.js';
import { type FailureKind, MAX_ATTEMPTS } from '../drafts/failures.js';
import { TopicNeeds } from '../drafts/topic-needs.js';
import { chargeLate, settle } from '../metering/meter.js';
import { Briefs } from '../writers/briefs.js';
import type { Brief, DraftWriter, WrittenStep } from '../writers/draft-writer.js';
import { Writers } from '../writers/writers.js';
import { WritingFailed, WritingPostponed } from '../writers/writing-errors.js';
import { attemptKey, closeCall, openCall } from './model-calls.js';
import { fromNow, withRenewedLease } from './lease.js';

/** The wait after the first failed attempt at a step, in milliseconds, which doubles each time up to the longest. */
const FIRST_WAIT_MS = 2_000;
const MAX_WAIT_MS = 20_000;

/** A step that a worker has taken. Until `lease` ends, no other worker takes it. */
interface TakenStep {
  readonly draftId: string;
  readonly lease: string;
  readonly position: number;
  readonly name: string;
  readonly isLast: boolean;
  /** Names the attempt for a provider. */
  readonly key: string;
  readonly topic: string;
  readonly category: string | null;
  readonly written: DraftContent;
  readonly writer: DraftWriter;
  /** Changes while a model writes. */
  readonly progress: { characters: number };
}

/**
 * Writes drafts step by step. Each step is taken in one transaction, written outside of any, and stored in another one.
 * The last one checks that the step still belongs to this attempt, so that a process that is killed or late neither
 * loses a step nor stores one twice.
 */
@Injectable()
export class DraftWork {
  private readonly log = new Logger(DraftWork.name);

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly briefs: Briefs,
    private readonly needs: TopicNeeds,
    private readonly lifecycle: DraftLifecycle,
    private readonly writers: Writers,
  ) {}

  /** Writes the next steps that are due, as many at a time as the writer wants. @returns false if none is due */
  async runSteps(): Promise<boolean> {
    const { concurrency } = this.writers.current;
    const written = await Promise.all(Array.from({ length: concurrency }, () => this.runStep()));
    return written.includes(true);
  }

  /** Writes the next step that is due, of any draft of the tenant in scope. @returns false if none is due */
  private async runStep(): Promise<boolean> {
    const step = await this.database.inTenant((tx) => this.takeStep(tx));
    if (step === null) return false;
    const written = await this.write(step);
    await this.database.inTenant(async (tx) => {
      await (written instanceof Error ? this.storeFailure(tx, step, written) : this.store(tx, step, written));
      await notifyProgress(tx, step);
    });
    return true;
  }

  private async write(step: TakenStep): Promise<WrittenStep | Error> {
    const { draftId, lease, position, name, written, key, writer, progress } = step;
    const { leaseMs } = writer;
    const alongside = async (tx: TenantTransaction): Promise<void> => {
      await tx.nativeUpdate(DraftStep, { draftId, position }, { characters: progress.characters });
      await notifyProgress(tx, step);
    };
    const onProgress = (characters: number): void => {
      progress.characters = characters;
    };
    try {
      return await withRenewedLease(this.database, { draftId, lease, leaseMs, alongside }, async () => {
        const brief = await this.prepare(step);
        return writer.write(name, brief, written, { key, onProgress });
      });
    } catch (error) {
      return errorOf(error);
    }
  }

  /**
   * Adds the needs of the topic to the draft, and collects what the writer gets. It holds no lock of the draft, because
   * searching many documents takes seconds.
   * @throws WritingFailed: it counts as an attempt, so that the step is not repeated for ever, and delays no other
   * draft
   */
  private async prepare({ draftId, topic, category }: TakenStep): Promise<Brief> {
    const attempted = async <Result>(failure: string, work: () => Promise<Result>): Promise<Result> => {
      try {
        return await work();
      } catch (error) {
        this.log.warn({ draftId, err: error }, failure);
        throw new WritingFailed(failure, { cause: error });
      }
    };
    await attempted('the needs of the topic could not be added to the draft', () =>
      this.needs.sendAllOf(draftId, topicIdentity(topic)),
    );
    return attempted('the courses and documents about the topic could not be read', () =>
      this.database.inTenant((tx) => this.briefs.of(tx, topic, category)),
    );
  }

  /** The drafts of a suspended tenant wait: a model is paid by the operator. */
  private async takeStep(tx: TenantTransaction): Promise<TakenStep | null> {
    if (!(await keepActive(tx))) return null;
    const draft = await tx.findOne(
      Draft,
      { nextAttemptAt: { $lte: sql.now() } },
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
    const writer = this.writers.of(draft.writtenBy);
    // A worker that ends its attempt gives the lease back.
    const isLost = typeof draft.lease === 'string';
    if (isLost && countFailure(draft, 'lost') >= MAX_ATTEMPTS.lost) return this.giveUpLost(tx, draft, next);
    openCall(draft, next, writer.lostTokens(next.name));
    tx.assign(draft, { lease, nextAttemptAt: fromNow(writer.leaseMs) });
    return {
      draftId: draft.id,
      lease,
      position: next.position,
      name: next.name,
      isLast: later.length === 0,
      key: attemptKey(next),
      topic: draft.topic,
      category: draft.category ?? null,
      written: draft.content,
      writer,
      progress: { characters: 0 },
    };
  }

  private async giveUpLost(tx: TenantTransaction, draft: Draft, step: DraftStep): Promise<null> {
    const error = `the workers that wrote the step "${step.name}" were lost ${MAX_ATTEMPTS.lost} times`;
    closeCall(draft, step, step.openCallTokens ?? 0);
    draft.error = error;
    await this.lifecycle.giveUp(tx, draft, { event: 'fail', actor: this.scope.tenant.actor, after: { error } });
    return null;
  }

  private async store(tx: TenantTransaction, taken: TakenStep, { content, tokens }: WrittenStep): Promise<void> {
    const draft = await this.lockTaken(tx, taken, tokens);
    if (draft === null) return;
    const step = await this.closeStep(tx, draft, taken, tokens);
    tx.assign(step, { status: 'done', doneAt: new Date() });
    draft.content = { ...draft.content, ...content };
    // Another one may be configured since the draft was started.
    if (tokens > 0) draft.model = taken.writer.model;
    draft.failures = {};
    tx.assign(draft, { lease: null, error: null, nextAttemptAt: taken.isLast ? null : sql.now() });
    if (taken.isLast) await this.finish(tx, draft);
  }

  /** Charges the draft in the transaction that makes it ready. */
  private async finish(tx: TenantTransaction, draft: Draft): Promise<void> {
    const { actor } = this.scope.tenant;
    const { id: draftId, month, estimatedTokens: tokens, content } = draft;
    draft.reviewDueSince = (await noteCitations(tx, draftId, citedPassages(content))) ? new Date() : null;
    await settle(tx, { draftId, month, tokens }, draft.spentTokens);
    await this.lifecycle.move(tx, draft, { event: 'finish', actor });
    tx.create(DraftVersion, {
      tenantId: tx.tenantId,
      draftId,
      version: draft.version,
      actor,
      changed: Object.keys(content),
      category: draft.category ?? null,
      content,
    });
  }

  private async storeFailure(tx: TenantTransaction, taken: TakenStep, error: Error): Promise<void> {
    const tokens = error instanceof WritingFailed || error instanceof WritingPostponed ? error.tokens : 0;
    const draft = await this.lockTaken(tx, taken, tokens);
    if (draft === null) return;
    const step = await this.closeStep(tx, draft, taken, tokens);
    const wait = waitAfter(error, sumOf(draft.failures));
    tx.assign(draft, { lease: null, error: error.message, nextAttemptAt: fromNow(wait) });
    if (error instanceof WritingPostponed) return;
    step.attempt += 1;
    const kind = error instanceof WritingFailed ? error.kind : 'unexpected';
    if (countFailure(draft, kind) < MAX_ATTEMPTS[kind]) return;
    const { actor } = this.scope.tenant;
    await this.lifecycle.giveUp(tx, draft, { event: 'fail', actor, after: { error: error.message } });
  }

  private async closeStep(tx: TenantTransaction, draft: Draft, taken: TakenStep, tokens: number): Promise<DraftStep> {
    const step = await tx.findOneOrFail(DraftStep, { draftId: draft.id, position: taken.position });
    step.characters = taken.progress.characters;
    closeCall(draft, step, tokens);
    return step;
  }

  /**
   * Null: the draft was cancelled, or another worker has taken the step meanwhile. The tokens of a cancelled draft's
   * call are charged all the same; another worker has counted those of a call that it found under way.
   */
  private async lockTaken(
    tx: TenantTransaction,
    { draftId, lease, position }: TakenStep,
    tokens: number,
  ): Promise<Draft | null> {
    const draft = await lockDraft(tx, draftId);
    if (draft.lease !== lease) return null;
    if (draft.status === 'drafting') return draft;
    // Not by the entities: the draft ended when it was cancelled, and `updatedAt` stays that time.
    await tx.nativeUpdate(DraftStep, { draftId, position }, { openCallTokens: null, tokens: sql`tokens + ${tokens}` });
    await tx.nativeUpdate(Draft, { id: draftId }, { lease: null, spentTokens: sql`spent_tokens + ${tokens}` });
    if (tokens > 0) await chargeLate(tx, draft, tokens);
    return null;
  }
}

/** Steps, their characters and why one failed are not in the audit log. */
function notifyProgress(tx: TenantTransaction, { draftId }: TakenStep): Promise<void> {
  return notifyChange(tx, { tenantId: tx.tenantId, kind: 'draft', action: 'changed', ids: [draftId] });
}

/** @returns how many attempts at the next step have failed in the same way */
function countFailure(draft: Draft, kind: FailureKind): number {
  const count = (draft.failures[kind] ?? 0) + 1;
  draft.failures = { ...draft.failures, [kind]: count };
  return count;
}

function sumOf(failures: Draft['failures']): number {
  return Object.values(failures).reduce((sum, count) => sum + count, 0);
}

/** As long as the provider asks for; else it doubles with each failure. */
function waitAfter(error: Error, failures: number): number {
  if (error instanceof WritingPostponed) return error.waitMs;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, MAX_WAIT_MS);
  return error instanceof WritingFailed ? Math.max(error.waitMs ?? 0, wait) : wait;
}
