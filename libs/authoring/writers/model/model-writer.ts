import { type OnModuleDestroy, Injectable } from '@nestjs/common';
import type { DraftModelConfig } from '#platform/config';
import type { DraftContent } from '../../drafts/draft-content.js';
import type { Attempt, Brief, DraftWriter, StepRequest, WrittenStep } from '../draft-writer.js';
import { topicTitle } from '../topic-title.js';
import { WritingFailed } from '../writing-errors.js';
import { LESSON_SCHEMA, OUTLINE_SCHEMA, QUIZ_SCHEMA, lessonOf, outlineOf, quizOf } from './answers.js';
import { unusableAnswer } from './failures.js';
import { ModelClient, type Timeouts } from './model-client.js';
import { LESSONS, requestOf } from './request.js';

const LESSON = /^lesson (\d)$/;
const LESSON_NUMBERS = Array.from({ length: LESSONS }, (_, index) => index + 1);
const STEPS = ['brief', 'outline', ...LESSON_NUMBERS.map((number) => `lesson ${number}`), 'quiz', 'checks'];
const CALLS = LESSONS + 2;

/** Of one call, with its instructions, its data and its answer: what the largest ones of a draft use. */
const TOKENS_PER_CALL = 8_000;

/** Writes a draft by a model: the outline, each lesson and the quiz are one call each. */
@Injectable()
export class ModelWriter implements DraftWriter, OnModuleDestroy {
  readonly kind = 'model';
  readonly model: string;
  readonly steps = STEPS;
  readonly estimatedTokens = CALLS * TOKENS_PER_CALL;
  readonly leaseMs = 9_000;
  readonly concurrency = 4;
  private readonly client: ModelClient;

  constructor(config: DraftModelConfig, timeouts?: Timeouts) {
    this.model = config.model;
    this.client = new ModelClient(config, timeouts);
  }

  onModuleDestroy(): void {
    this.stop();
  }

  /** Ends the calls that are under way: another worker writes their steps. */
  stop(): void {
    this.client.stop();
  }

  lostTokens(step: string): number {
    return ['brief', 'checks'].includes(step) ? 0 : TOKENS_PER_CALL;
  }

  requests(brief: Brief, written: DraftContent): StepRequest[] {
    return [
      { step: 'outline', ...requestOf('outline', brief, written) },
      ...LESSON_NUMBERS.map((number) => ({ step: `lesson ${number}`, ...requestOf('lesson', brief, written, number) })),
      { step: 'quiz', ...requestOf('quiz', brief, written) },
    ];
  }

  async write(step: string, brief: Brief, written: DraftContent, attempt: Attempt): Promise<WrittenStep> {
    const number = LESSON.exec(step)?.[1];
    if (number !== undefined) return this.writeLesson(Number(number), brief, written, attempt);
    switch (step) {
      case 'brief':
        return { content: { title: topicTitle(brief.topic), topics: [brief.topic] }, tokens: 0 };
      case 'outline':
        return this.writeOutline(brief, written, attempt);
      case 'quiz':
        return this.writeQuiz(brief, written, attempt);
      case 'checks':
        demandComplete(written);
        return { content: {}, tokens: 0 };
      default:
        throw new WritingFailed(`the model has no step ${step}`, { kind: 'unknownStep' });
    }
  }

  private async writeOutline(brief: Brief, written: DraftContent, attempt: Attempt): Promise<WrittenStep> {
    const { answer, tokens } = await this.client.ask(requestOf('outline', brief, written), OUTLINE_SCHEMA, attempt);
    return { content: paid(tokens, () => outlineOf(answer)), tokens };
  }

  private async writeLesson(
    number: number,
    brief: Brief,
    written: DraftContent,
    attempt: Attempt,
  ): Promise<WrittenStep> {
    const { answer, tokens } = await this.client.ask(
      requestOf('lesson', brief, written, number),
      LESSON_SCHEMA,
      attempt,
    );
    const lesson = paid(tokens, () => lessonOf(answer, brief.passages));
    const lessons = written.lessons.map((before, index) => (index === number - 1 ? { ...before, ...lesson } : before));
    return { content: { lessons }, tokens };
  }

  private async writeQuiz(brief: Brief, written: DraftContent, attempt: Attempt): Promise<WrittenStep> {
    const { answer, tokens } = await this.client.ask(requestOf('quiz', brief, written), QUIZ_SCHEMA, attempt);
    return { content: { quiz: paid(tokens, () => quizOf(answer)) }, tokens };
  }
}

/** An answer that exceeds the bounds has used its tokens all the same. */
function paid<T>(tokens: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WritingFailed)) throw error;
    throw unusableAnswer(error.message, tokens, error);
  }
}

/** @throws WritingFailed */
function demandComplete({ title, objectives, lessons, quiz }: DraftContent): void {
  const isComplete = title !== '' && objectives.length > 0 && lessons.length >= 2 && quiz.length >= 3;
  if (!isComplete) throw new WritingFailed('the draft lacks a title, an objective, two lessons or three questions');
}
