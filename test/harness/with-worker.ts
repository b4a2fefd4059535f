import { type EngineOptions, type TestEngine, startEngine } from './engine.js';

/**
 * Runs an additional worker during `work`. A worker runs all periodic tasks at its start, while the next run in an
 * existing worker may be a minute away.
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
