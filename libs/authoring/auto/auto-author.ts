import { Injectable } from '@nestjs/common';
import { topicIdentity } from '#catalog';
import {
  NeedAuthoring,
  blockedNeeds,
  lockResolutionExclusive,
  needsShowingOther,
  peopleWithoutCourse,
  worstWithoutCourse,
} from '#needs';
import { Database, RequestScope, type TenantTransaction, afterCommit } from '#platform/database';
import { JobSender } from '#platform/queue';
import { noteInTrace } from '#platform/telemetry';
import { readAutoAuthor } from '#signals';
import { keepActive } from '#tenancy';
import { Draft } from '../drafts/draft.entity.js';
import { TopicNeeds } from '../drafts/topic-needs.js';
import { lockUnderWay } from '../drafts/under-way.js';
import { MAX_MARKS, type Mark, deleteMarks, isDone, markWaiting, readMarks } from '../marks/marks.js';
import { PlanLimitReached } from '../metering/metering.errors.js';
import { endOfMonth, monthOf } from '../metering/month.js';
import { draftsLeft, tenantsWithRoom } from '../metering/room.js';
import { CourseAvailable } from '../start/author.errors.js';
import { DraftCreation } from '../start/draft-creation.js';
import { WriteDrafts } from '../writers/write-drafts.job.js';

/** Needs that are changed in one transaction. */
const MAX_NEEDS = 1_000;

interface Task {
  readonly isOn: boolean;
  readonly marks: readonly Mark[];
}

const NONE: ReadonlyMap<string, Date> = new Map();

interface Considered {
  /** The draft that the needs of the topic are to be sent to; undefined: there is none. */
  readonly draftId?: string;
  /** When the plan, which allows no draft, resets; null: it no longer matters; undefined: that has not changed. */
  readonly blockedUntil?: Date | null;
  /** When the plan, which allows no draft, resets: a mark that waits for that stays. */
  readonly waitsUntil?: Date;
}

/**
 * Starts drafts for topics that as many people need as the tenant has set. Counting, creating the draft and reserving
 * it are one transaction a topic, which locks the topic: however many jobs run, a topic has one draft under way.
 *
 * Each need starts at most one draft by itself. After a draft of the topic was published, was cancelled or failed, only
 * needs that came later count.
 */
@Injectable()
export class AutoAuthor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly creation: DraftCreation,
    private readonly needs: NeedAuthoring,
    private readonly topics: TopicNeeds,
    private readonly jobs: JobSender,
  ) {}

  /** Considers the marked topics of the tenant in scope. @returns whether more marks may be due */
  async run(): Promise<boolean> {
    const task = await this.database.inTenant((tx) => this.read(tx));
    if (task === null) return false;
    const waiting = task.isOn ? await this.considerMarked(task.marks) : NONE;
    if (!task.isOn) await this.noteBlocked((tx) => blockedNeeds(tx, MAX_NEEDS), null);
    const done = task.marks.filter((mark) => isDone(mark, waiting)).map(({ id }) => id);
    await this.database.inTenant((tx) => deleteMarks(tx, done));
    return task.marks.length === MAX_MARKS;
  }

  /**
   * The marks that are due; those that wait for the plan too, once it allows a draft. Null: none, or it is suspended.
   */
  private async read(tx: TenantTransaction): Promise<Task | null> {
    if (!(await keepActive(tx))) return null;
    const { autoAuthor: isOn } = await readAutoAuthor(tx);
    const marks = await readMarks(tx);
    const waiting = marks.filter(({ topic, isDue }) => topic !== null && !isDue);
    const hasRoom =
      waiting.length > 0 && (await tenantsWithRoom(tx, [tx.tenantId], this.creation.estimatedTokens)).length > 0;
    const chosen = marks.filter(({ topic, isDue }) => isDue || (hasRoom && topic !== null));
    if (chosen.length === 0) return null;
    return { isOn, marks: chosen };
  }

  /** @returns the topics that wait for the plan, by their identity, and when it resets */
  private async considerMarked(marks: readonly Mark[]): Promise<ReadonlyMap<string, Date>> {
    const isAll = marks.some(({ topic }) => topic === null);
    // Waits for resolutions that began before auto-author was turned on, and have marked nothing.
    if (isAll) await this.database.inTenant(lockResolutionExclusive);
    const groups = await this.topics.groups();
    const keys = isAll
      ? groups.keys()
      : new Set(marks.flatMap(({ topic }) => (topic === null ? [] : topicIdentity(topic))));
    const waiting = new Map<string, Date>();
    let started = 0;
    for (const key of keys) {
      const spellings = groups.get(key) ?? [];
      if (spellings.length === 0) continue;
      const considered = await this.database.inTenant((tx) => this.consider(tx, key, spellings));
      const { draftId, blockedUntil, waitsUntil = blockedUntil } = considered;
      if (blockedUntil !== undefined)
        await this.noteBlocked((tx) => needsShowingOther(tx, spellings, blockedUntil, MAX_NEEDS), blockedUntil);
      if (waitsUntil instanceof Date) waiting.set(key, waitsUntil);
      if (draftId === undefined) continue;
      await this.topics.send(draftId, spellings);
      started += 1;
    }
    noteInTrace({ 'tenant.id': this.scope.tenant.tenantId, 'marks.read': marks.length, 'drafts.found': started });
    return waiting;
  }

  private async consider(tx: TenantTransaction, topicKey: string, spellings: readonly string[]): Promise<Considered> {
    const underWay = await lockUnderWay(tx, topicKey);
    if (underWay !== null) return { draftId: underWay.id };
    // Read again for each topic: a job with many of them is stopped by turning it off.
    const { autoAuthor, autoAuthorThreshold: threshold } = await readAutoAuthor(tx);
    if (!autoAuthor) return {};
    const ended = await tx.findOne(Draft, { topicKey }, { orderBy: { updatedAt: 'desc' }, fields: ['updatedAt'] });
    const people = await peopleWithoutCourse(tx, spellings, ended?.updatedAt ?? null);
    const worst = people < threshold ? null : await worstWithoutCourse(tx, spellings);
    // Needs for which a person was refused a draft wait for the plan, and not for more people. A topic that was
    // considered before may have taken the last draft.
    if (worst === null)
      return (await draftsLeft(tx, this.creation.estimatedTokens)) > 0
        ? { blockedUntil: null }
        : { waitsUntil: endOfMonth(monthOf(new Date())) };
    try {
      const draft = await this.creation.create(tx, worst, { actor: this.scope.tenant.actor, kind: 'auto' });
      const { tenantId } = tx;
      afterCommit(tx, () => void this.jobs.send(WriteDrafts, [{ tenantId }]));
      return { draftId: draft.id };
    } catch (error) {
      // Nothing was written: the needs are matched with the course soon, or wait for the plan.
      if (error instanceof CourseAvailable) return {};
      if (!(error instanceof PlanLimitReached)) throw error;
      await markWaiting(tx, worst.topic, error.resetsAt);
      return { blockedUntil: error.resetsAt };
    }
  }

  /** Stores what needs show about the plan, in pages. @param next finds needs that show something else */
  private async noteBlocked(
    next: (tx: TenantTransaction) => Promise<readonly string[]>,
    until: Date | null,
  ): Promise<void> {
    let found = MAX_NEEDS;
    while (found === MAX_NEEDS)
      found = await this.database.inTenant(async (tx) => {
        const needIds = await next(tx);
        await this.needs.noteBlocked(tx, needIds, until);
        return needIds.length;
      });
  }
}
