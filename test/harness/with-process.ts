import { type EngineOptions, type TestEngine, startEngine } from './engine.js';

/** Runs another process of an engine during `work`. @param options by default an api and a worker */
export async function withProcess(
  engine: NonNullable<EngineOptions['on']>,
  options: Omit<EngineOptions, 'on'>,
  work: (other: TestEngine) => Promise<unknown>,
): Promise<void> {
  const other = await startEngine({ ...options, on: engine });
  try {
    await work(other);
  } finally {
    await other.close();
  }
}

/**
 * Runs an additional worker during `work`. A worker runs all periodic tasks at its start, while the next run in an
 * existing worker may be a minute away.
 */
export function withWorker(
  engine: NonNullable<EngineOptions['on']>,
  work: (worker: TestEngine) => Promise<unknown>,
): Promise<void> {
  return withProcess(engine, {}, work);
}
