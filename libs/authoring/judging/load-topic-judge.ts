import type { DraftModelConfig } from '#platform/config';
import type { TopicJudge } from './topic-judge.js';

/** Loads the libraries that call models only if one is configured. */
export async function loadTopicJudge(config: DraftModelConfig): Promise<TopicJudge> {
  const { ModelJudge } = await import('./model-judge.js');
  return new ModelJudge(config);
}
