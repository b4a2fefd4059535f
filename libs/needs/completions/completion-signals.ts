import { Injectable } from '@nestjs/common';
import { TopicMatching, topicIdentity } from '#catalog';
import { Database, type TenantTransaction, isoTime } from '#platform/database';
import { inSpan, noteInTrace } from '#platform/telemetry';
import { applyCompletions } from '../assignments/apply-completions.js';
import type { Completion } from '../assignments/completion.js';
import { type NewCompletion, type StoredCompletion, storeCompletions } from '../assignments/store-completions.js';
import { NeedChanges } from '../need-changes.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { completedCourses } from './completed-courses.js';
import {
  type CompletionResult,
  type ReportedCompletion,
  storeResults,
  nextCompletions,
} from './reported-completions.js';

/** Completions applied as one set. */
const COMPLETION_SET = 500;

/** The actor in the audit log of completions that source systems report. */
const SOURCE = 'source';

/** A reported completion with a known worker and a topic or a course. */
interface RecognizedCompletion {
  readonly reported: ReportedCompletion;
  readonly workerId: string;
  readonly names: readonly string[];
  readonly courseIds: readonly string[];
}

/** Applies the completions that source systems report, once the needs that were recorded before are resolved. */
@Injectable()
export class CompletionSignals {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
    private readonly changes: NeedChanges,
  ) {}

  /** Applies one set of the completions of the tenant in scope. @returns whether more may be waiting */
  applySet(): Promise<boolean> {
    return this.database.inTenant((tx) => inSpan('apply completions', () => this.apply(tx)));
  }

  private async apply(tx: TenantTransaction): Promise<boolean> {
    await lockResolutionShared(tx);
    const reported = await nextCompletions(tx, COMPLETION_SET);
    if (reported.length === 0) return false;
    const matcher = await this.matching.matcherOf(tx);
    const courses = await completedCourses(tx, reported, matcher);
    const recognized = reported.flatMap((completion, index): RecognizedCompletion[] => {
      const names = namesOf(completion);
      return completion.workerId === null || names.length === 0
        ? []
        : [{ reported: completion, workerId: completion.workerId, names, courseIds: courses[index] ?? [] }];
    });
    const fresh = newOnes(recognized, await storeCompletions(tx, recognized.flatMap(storedAs)));
    const change = await applyCompletions(tx, fresh.map(completionOf), SOURCE);
    await this.changes.publish(tx, change);
    await storeResults(tx, [...resultsOf(recognized, new Set(fresh)), ...reported.flatMap(unrecognized)]);
    noteInTrace({
      'tenant.id': tx.tenantId,
      'completions.reported': reported.length,
      'completions.applied': fresh.length,
    });
    return reported.length === COMPLETION_SET;
  }
}

/** The topic if there is one, because it says what was learned; else the names of courses. */
function namesOf({ topic, courses }: ReportedCompletion): readonly string[] {
  return topic === null ? courses : [topic];
}

function completionOf({ reported: { completedAt }, workerId, names, courseIds }: RecognizedCompletion): Completion {
  return { workerId, courseIds, topics: names.map(topicIdentity), completedAt, answersUntil: completedAt };
}

function resultsOf(
  recognized: readonly RecognizedCompletion[],
  fresh: ReadonlySet<RecognizedCompletion>,
): CompletionResult[] {
  return recognized.map((one) => ({
    id: one.reported.id,
    status: fresh.has(one) ? 'applied' : 'known',
    courseIds: one.courseIds,
  }));
}

/** A row for each course or, if the library has none of them, one row with the topic's name. */
function storedAs({ reported, workerId, names, courseIds }: RecognizedCompletion): NewCompletion[] {
  const { completedOn, completedAt, namedAt } = reported;
  if (courseIds.length === 0)
    return [{ workerId, courseId: null, topic: names[0] ?? '', completedOn, completedAt, namedAt }];
  return courseIds.map((courseId) => ({ workerId, courseId, topic: null, completedOn, completedAt, namedAt }));
}

/** A completion that was reported before changes nothing: later decisions of people stand. */
function newOnes(
  recognized: readonly RecognizedCompletion[],
  added: readonly StoredCompletion[],
): RecognizedCompletion[] {
  const isNew = new Set(added.map(keyOf));
  return recognized.filter((one) => storedAs(one).some((kept) => isNew.has(keyOf(kept))));
}

function keyOf({ workerId, courseId, topic, completedAt }: StoredCompletion): string {
  return JSON.stringify([workerId, courseId, topic, isoTime(completedAt)]);
}

function unrecognized(reported: ReportedCompletion): CompletionResult[] {
  const { id, externalWorkerId, email, learnerId, workerId } = reported;
  if (externalWorkerId === null && email === null && learnerId === null)
    return [{ id, status: 'no_worker', courseIds: [] }];
  if (namesOf(reported).length === 0) return [{ id, status: 'no_topic', courseIds: [] }];
  return workerId === null ? [{ id, status: 'unknown_worker', courseIds: [] }] : [];
}
