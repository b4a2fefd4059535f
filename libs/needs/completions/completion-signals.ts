import { Injectable } from '@nestjs/common';
import { TopicMatching, topicIdentity } from '#catalog';
import { Database, type TenantTransaction } from '#platform/database';
import { inSpan, noteInTrace } from '#platform/telemetry';
import { applyCompletions } from '../assignments/apply-completions.js';
import type { Completion } from '../assignments/completion.js';
import { type KeptCompletion, keepCompletions } from '../assignments/keep-completions.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { completedCourses } from './completed-courses.js';
import { type CompletionResult, type ToldCompletion, storeResults, toldCompletions } from './told-completions.js';

/** Completions applied as one set. */
const COMPLETION_SET = 500;

/** Who tells of completions, for the audit log. */
const SOURCE = 'source';

/** A told completion whose worker is known and which names something. */
interface Understood {
  readonly told: ToldCompletion;
  readonly workerId: string;
  readonly names: readonly string[];
  readonly courseIds: readonly string[];
}

/** Applies the completions that source systems tell of, once the needs that were told before are resolved. */
@Injectable()
export class CompletionSignals {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
  ) {}

  /** Applies one set of those of the tenant in scope. @returns whether more may be waiting */
  applySet(): Promise<boolean> {
    return this.database.inTenant((tx) => inSpan('apply completions', () => this.apply(tx)));
  }

  private async apply(tx: TenantTransaction): Promise<boolean> {
    await lockResolutionShared(tx);
    const told = await toldCompletions(tx, COMPLETION_SET);
    if (told.length === 0) return false;
    const matcher = await this.matching.matcherOf(tx);
    const courses = await completedCourses(tx, told, matcher);
    const understood = told.flatMap((completion, index): Understood[] => {
      const names = namesOf(completion);
      return completion.workerId === null || names.length === 0
        ? []
        : [{ told: completion, workerId: completion.workerId, names, courseIds: courses[index] ?? [] }];
    });
    const fresh = newOnes(understood, await keepCompletions(tx, understood.flatMap(keptAs)));
    await applyCompletions(tx, fresh.map(completionOf), SOURCE);
    await storeResults(tx, [...resultsOf(understood, new Set(fresh)), ...told.flatMap(notUnderstood)]);
    noteInTrace({ 'tenant.id': tx.tenantId, 'completions.told': told.length, 'completions.applied': fresh.length });
    return told.length === COMPLETION_SET;
  }
}

/** The topic where there is one: it says what was learned, and the course only where. */
function namesOf({ topic, courses }: ToldCompletion): readonly string[] {
  return topic === null ? courses : [topic];
}

function completionOf({ told: { completedAt }, workerId, names, courseIds }: Understood): Completion {
  return { workerId, courseIds, topics: names.map(topicIdentity), completedAt, answersUntil: completedAt };
}

function resultsOf(understood: readonly Understood[], fresh: ReadonlySet<Understood>): CompletionResult[] {
  return understood.map((one) => ({
    id: one.told.id,
    status: fresh.has(one) ? 'applied' : 'known',
    courseIds: one.courseIds,
  }));
}

/** A row for each course or, where the library has none of them, one for what it is called. */
function keptAs({ told: { completedAt }, workerId, names, courseIds }: Understood): KeptCompletion[] {
  if (courseIds.length === 0) return [{ workerId, courseId: null, topic: names[0] ?? '', completedAt }];
  return courseIds.map((courseId) => ({ workerId, courseId, topic: null, completedAt }));
}

/** One that was told before changes nothing, however often it comes: what a person decided since stands. */
function newOnes(understood: readonly Understood[], added: readonly KeptCompletion[]): Understood[] {
  const isNew = new Set(added.map(keyOf));
  return understood.filter((one) => keptAs(one).some((kept) => isNew.has(keyOf(kept))));
}

function keyOf({ workerId, courseId, topic, completedAt }: KeptCompletion): string {
  return JSON.stringify([workerId, courseId, topic, new Date(completedAt).getTime()]);
}

function notUnderstood(told: ToldCompletion): CompletionResult[] {
  const { id, externalWorkerId, email, learnerId, workerId } = told;
  if (externalWorkerId === null && email === null && learnerId === null)
    return [{ id, status: 'no_worker', courseIds: [] }];
  if (namesOf(told).length === 0) return [{ id, status: 'no_topic', courseIds: [] }];
  return workerId === null ? [{ id, status: 'unknown_worker', courseIds: [] }] : [];
}
