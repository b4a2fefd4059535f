import { type EngineOptions, type TestEngine, startEngine } from './engine.js';

/**
 * Runs one more worker meanwhile. It runs all periodic tasks at its start; the next run of a worker that was started
 * before may be a minute away.
 */
export async function withWorker(
  engine: NonNullable<EngineOptions['on']>,
  work: (worker: TestEngine) => Promise<unknown>,
): Promise<void> {
  const worker = await startEngine({ on: engine });
  try {
    await work(worker);
  } finally {
    await worker.close();
  }
}
