import { ApiModule, apiEntities } from '../api/api.module.js';
import { WorkerModule } from '../worker/worker.module.js';
import { EngineModule, migrate } from '#platform/app';
import type { Config } from '#platform/config';
import { createHttpApp } from '#platform/http';

/** Migrates what is pending, then serves and works in this process until it is told to stop. */
export async function runEngine(config: Config, { began, stop }: { began: number; stop: () => Promise<void> }): Promise<void> {
  if (config.databaseOwnerUrl !== null) await migrate(config.databaseOwnerUrl, config.databaseUrl);
  const app = await createHttpApp(EngineModule.of(config, apiEntities, [ApiModule, WorkerModule]), config);
  await app.listen(config.port, config.host);
  console.log(`ready in ${Math.round(performance.now() - began)} ms`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void app.close().then(stop).then(() => process.exit(0));
    });
  }
}
