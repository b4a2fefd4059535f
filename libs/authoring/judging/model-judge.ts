import type { OnModuleDestroy } from '@nestjs/common';
import type { DraftModelConfig } from '#platform/config';
import { RequestFailed } from '../writers/model/failures.js';
import { ModelClient, tokensOfText } from '../writers/model/model-client.js';
import { WritingFailed, WritingPostponed } from '../writers/writing-errors.js';
import { VERDICTS_SCHEMA, judgeRequest, verdictsOf } from './judge-request.js';
import type { JudgedTopics, TopicJudge, TopicQuestion } from './topic-judge.js';

/** After a call that the provider failed, unless it asks for longer. */
const PAUSE_MS = 30_000;
const TOKENS_PER_VERDICT = 100;

/** Asks the model that writes drafts. */
export class ModelJudge implements TopicJudge, OnModuleDestroy {
  readonly model: string;
  private readonly client: ModelClient;
  /** Milliseconds of a monotonic clock. */
  private pausedUntil = -Infinity;

  constructor(config: DraftModelConfig) {
    this.model = config.model;
    this.client = new ModelClient(config);
  }

  onModuleDestroy(): void {
    this.client.stop();
  }

  get isPaused(): boolean {
    return performance.now() < this.pausedUntil;
  }

  estimate(questions: readonly TopicQuestion[]): number {
    const { instructions, data } = judgeRequest(questions);
    const sent = tokensOfText(instructions.length + data.length);
    return sent + questions.length * TOKENS_PER_VERDICT;
  }

  async judge(questions: readonly TopicQuestion[], key: string): Promise<JudgedTopics> {
    try {
      const { answer, tokens } = await this.client.ask(judgeRequest(questions), VERDICTS_SCHEMA, { key });
      return { verdicts: verdictsOf(answer, questions), tokens };
    } catch (error) {
      // Topics of one tenant that the model refuses do not pause the judging of others.
      const isOfProvider = error instanceof WritingFailed && !(error instanceof RequestFailed);
      if (isOfProvider || error instanceof WritingPostponed)
        this.pausedUntil = performance.now() + Math.max(error.waitMs ?? 0, PAUSE_MS);
      throw error;
    }
  }
}
