import { type TestEngine, startEngine } from './engine.js';
import { redisProgram, startRedis } from './redis.js';

/** The queues that specs run with: PostgreSQL, and Redis if it is installed. */
export const QUEUES = ['PostgreSQL', ...(redisProgram === null ? [] : ['Redis'])];

/** Starts an engine with a queue of its own, so that no worker of another test takes its jobs; `close` stops both. */
export async function startEngineWithQueue(queue: string): Promise<TestEngine> {
  if (queue === 'PostgreSQL') return startEngine();
  const redis = await startRedis();
  const engine = await startEngine({ redisUrl: redis.url });
  return {
    ...engine,
    close: async () => {
      await engine.close();
      await redis.stop();
    },
  };
}
