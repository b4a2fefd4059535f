import { defineTenantJob } from '#platform/queue';

/**
 * "Topics of this tenant wait for the judgement of a model": a wake-up. What waits is stored in `topic_judgement`.
 * Handled by `judge-topics.handler.ts`; what was lost is found by the sweep.
 */
export const JudgeTopics = defineTenantJob({ queue: 'judge-topics', attempts: 1, backoffMs: 500, concurrency: 2 });
