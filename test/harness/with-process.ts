import { NestFactory } from '@nestjs/core';
import { engineEntities } from '../../apps/engine.entities.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import { EngineModule } from '#platform/app';
import { MetricsServer, PinoLogger } from '#platform/telemetry';
import { type EngineOptions, type TestEngine, configOf, startEngine } from './engine.js';
import { httpCall } from './http-call.js';

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
export async function withWorker(
  engine: NonNullable<EngineOptions['on']>,
  work: (worker: Pick<TestEngine, 'readMetrics'>) => Promise<unknown>,
): Promise<void> {
  const config = configOf(engine);
  const app = await NestFactory.createApplicationContext(
    EngineModule.of('worker', config, engineEntities, [WorkerModule]),
    { logger: new PinoLogger(config.logLevel), abortOnError: false },
  );
  try {
    const metricsUrl = `http://127.0.0.1:${app.get(MetricsServer).port}/metrics`;
    await work({ readMetrics: async () => (await httpCall('GET', metricsUrl)).text() });
  } finally {
    await app.close();
  }
}
