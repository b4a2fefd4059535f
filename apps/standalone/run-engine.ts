import type { INestApplication } from '@nestjs/common';
import { ApiModule, apiEntities } from '../api/api.module.js';
import { WorkerModule } from '../worker/worker.module.js';
import { EngineModule, migrate } from '#platform/app';
import type { Config } from '#platform/config';
import { demandPlainRole } from '#platform/database';
import { createHttpApp } from '#platform/http';
import { banner } from './banner.js';
import { prepareDemo, sendDemoEvents } from './demo/demo-tenant.js';

interface Start {
  /** `performance.now()` when the process began. */
  readonly began: number;
  /** True where the engine brings its own database: only then is there a demo tenant. */
  readonly embedded: boolean;
  /** Stops what was started before. */
  readonly stop: () => Promise<void>;
}

/** Migrates what is pending, then serves and works in this process until it is told to stop. */
export async function runEngine(config: Config, { began, embedded, stop }: Start): Promise<void> {
  if (config.databaseOwnerUrl !== null) await migrate(config.databaseOwnerUrl, config.databaseUrl);
  await demandPlainRole(config.databaseUrl);
  const app = await createHttpApp(EngineModule.of(config, apiEntities, [ApiModule, WorkerModule]), config);
  await app.init();
  const demo = embedded ? await prepareDemo(app, config.dataDir) : null;
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  if (demo !== null) {
    await sendDemoEvents(url, config.dataDir, demo);
    console.log(banner(url, config.dataDir, demo, performance.now() - began));
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void shutDown(app, stop);
    });
  }
}

async function shutDown(app: INestApplication, stop: Start['stop']): Promise<void> {
  try {
    await app.close();
  } finally {
    await stop();
    process.exit(0);
  }
}
