import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Candidate,
  CatalogChanges,
  TopicJudgement,
  TopicMatching,
  catalogVersion,
  deleteOldestJudgements,
  waitingTopics,
} from '#catalog';
import { Database, type TenantTransaction } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { noteInTrace } from '#platform/telemetry';
import { isBeingDeleted, keepActive } from '#tenancy';
import { type JudgingCharge, chargeJudging, correctJudging } from '../metering/judging-charge.js';
import { RequestFailed } from '../writers/model/failures.js';
import { WritingFailed, WritingPostponed } from '../writers/writing-errors.js';
import { type JudgedTopics, TOPIC_JUDGE, type TopicJudge, type TopicQuestion } from './topic-judge.js';

/**
 * Topics of one call, by their earlier answers that could not be used: one of them may be the reason. Each costs
 * tokens; after the last one the model is not asked about the topic again.
 */
const TOPICS_PER_CALL = [20, 5, 1] as const;
const MAX_ATTEMPTS = TOPICS_PER_CALL.length;
/** Topics that are compared with what was asked before, in one job. */
const TOPICS_PER_JOB = 200;

interface Question {
  readonly topicKey: string;
  readonly topic: string;
  /** Earlier answers that could not be used. */
  readonly attempts: number;
  readonly courses: ReadonlyArray<Pick<Candidate, 'courseId' | 'title'>>;
  /** Identifies the courses to choose among, and the model. */
  readonly asked: string;
}

interface Task {
  readonly questions: readonly Question[];
  readonly libraryVersion: number;
  /** Null: there is nothing to ask, or the plan has too few tokens left. */
  readonly charge: JudgingCharge | null;
  readonly hasMore: boolean;
}

/**
 * Has a model judge the topics that wait for it. The tokens are charged before the call and corrected after it: a call
 * that is lost with its process is made again, and was paid.
 */
@Injectable()
export class Judging {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
    private readonly catalog: CatalogChanges,
    @Inject(TOPIC_JUDGE) private readonly judge: TopicJudge | null,
  ) {}

  /** Judges the next topics of the tenant in scope. @returns whether more are to be judged now */
  async run(): Promise<boolean> {
    const { judge } = this;
    if (judge === null || judge.isPaused) return false;
    await this.database.inTenant(deleteOldestJudgements);
    const task = await this.database.inTenant((tx) => this.take(tx, judge));
    const { questions, charge, hasMore } = task;
    if (charge === null) return hasMore;
    const verdicts = await askAsMany(judge, questions);
    await this.database.inTenant(async (tx) => {
      if (await isBeingDeleted(tx)) return;
      await correctJudging(tx, charge, verdicts.tokens);
      await this.store(tx, task, verdicts);
    });
    noteInTrace({ 'topics.judged': questions.length });
    // After a call that failed, the tenant waits for the sweep.
    return (hasMore || verdicts.questions.length < questions.length) && verdicts.answered.length > 0;
  }

  /**
   * Topics whose closest courses are the same as before, or that have none, are not asked about. Those of a suspended
   * tenant wait.
   */
  private async take(tx: TenantTransaction, judge: TopicJudge): Promise<Task> {
    const waiting = (await keepActive(tx)) ? await waitingTopics(tx, TOPICS_PER_JOB) : [];
    const libraryVersion = await catalogVersion(tx);
    const matcher = await this.matching.matcherOf(tx);
    const open: Question[] = [];
    for (const row of waiting) {
      const { recommended, candidates } = matcher.match(row.topic, null);
      const courses = recommended === null ? candidates : [];
      const asked = questionKey(judge.model, courses);
      if (courses.length === 0 || asked === row.asked) tx.assign(row, { waitingSince: null, libraryVersion });
      else open.push({ topicKey: row.topicKey, topic: row.topic, attempts: row.attempts, courses, asked });
      if (mustYield()) await yieldToEventLoop();
    }
    const tried = open[0]?.attempts ?? 0;
    const questions = open.filter(({ attempts }) => attempts === tried).slice(0, TOPICS_PER_CALL[tried] ?? 1);
    const isFull = waiting.length === TOPICS_PER_JOB;
    if (questions.length === 0) return { questions, libraryVersion, charge: null, hasMore: isFull };
    const charge = await chargeJudging(tx, judge.estimate(questions.map(titlesOf)));
    return {
      questions,
      libraryVersion,
      charge,
      hasMore: charge !== null && (isFull || open.length > questions.length),
    };
  }

  private async store(
    tx: TenantTransaction,
    task: Task,
    { questions, answered, tokens, isRefused }: Verdicts,
  ): Promise<void> {
    // If the library has changed meanwhile, the question may be another one.
    const isCurrent = (await catalogVersion(tx)) === task.libraryVersion;
    const rows = await tx.find(TopicJudgement, { topicKey: { $in: questions.map(({ topicKey }) => topicKey) } });
    const byKey = new Map(rows.map((row) => [row.topicKey, row]));
    let changed = 0;
    for (const [index, { topicKey, courses, asked }] of questions.entries()) {
      const row = byKey.get(topicKey);
      const verdict = answered[index] ?? null;
      if (row === undefined) continue;
      if (tokens > 0) row.attempts += 1;
      if (isRefused) row.waitingSince = new Date();
      if (verdict === null && row.attempts < MAX_ATTEMPTS) continue;
      const courseId = courses[verdict?.title ?? -1]?.courseId ?? null;
      if (courseId !== null || (row.courseId ?? null) !== null) changed += 1;
      tx.assign(row, {
        asked,
        courseId,
        reason: verdict?.reason ?? null,
        attempts: 0,
        judgedAt: new Date(),
        ...(isCurrent ? { waitingSince: null, libraryVersion: task.libraryVersion } : {}),
      });
    }
    await tx.flush();
    if (changed > 0) await this.catalog.publish(tx);
  }
}

interface Verdicts {
  /** What was asked in the last call. */
  readonly questions: readonly Question[];
  /** In the order of the questions; empty: the call failed. */
  readonly answered: JudgedTopics['verdicts'];
  readonly tokens: number;
  /** The provider refuses the questions, at no cost. */
  readonly isRefused: boolean;
}

/**
 * Asks the first half of the questions as long as the provider refuses them: one of them may contain what it does not
 * let pass. If that is asked alone at last, the others come first from then on.
 */
async function askAsMany(judge: TopicJudge, questions: readonly Question[]): Promise<Verdicts> {
  const verdicts = await ask(judge, questions);
  return verdicts.isRefused && questions.length > 1
    ? askAsMany(judge, questions.slice(0, Math.ceil(questions.length / 2)))
    : verdicts;
}

async function ask(judge: TopicJudge, questions: readonly Question[]): Promise<Verdicts> {
  const key = createHash('sha256').update(JSON.stringify(questions)).digest('hex');
  try {
    const { verdicts, tokens } = await judge.judge(questions.map(titlesOf), key);
    return { questions, answered: verdicts, tokens, isRefused: false };
  } catch (error) {
    if (!(error instanceof WritingFailed || error instanceof WritingPostponed)) throw error;
    const { tokens } = error;
    return { questions, answered: [], tokens, isRefused: error instanceof RequestFailed && tokens === 0 };
  }
}

function titlesOf({ topic, courses }: Question): TopicQuestion {
  return { topic, titles: courses.map(({ title }) => title) };
}

/** The same for the same courses in another order. */
function questionKey(model: string, courses: Question['courses']): string {
  const named = courses
    .map(({ courseId, title }) => [courseId, title])
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([model, named]))
    .digest('hex');
}
