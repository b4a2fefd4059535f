import { Logger } from '@nestjs/common';
import { ApiModule } from '../api/api.module.js';
import { engineEntities } from '../engine.entities.js';
import { WorkerModule } from '../worker/worker.module.js';
import { EngineModule, migrate, reportTo, waitForOwner, waitForParts } from '#platform/app';
import type { Config } from '#platform/config';
import { waitForDatabase } from '#platform/database';
import { createHttpApp, listen, stopServing } from '#platform/http';
import type { OnStop } from '#platform/lifecycle';
import { banner } from './banner.js';
import { prepareDemo, sendDemoEvents, validCredentials } from './demo/demo-tenant.js';

interface Start {
  /** `performance.now()` at the start of the process. */
  readonly began: number;
  /** True if the engine starts its own database: only then is there a demo tenant. */
  readonly embedded: boolean;
  readonly onStop: OnStop;
}

/** Runs pending migrations, then api and worker in this process until it shuts down. */
export async function runEngine(config: Config, { began, embedded, onStop }: Start): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseOwnerUrl !== null) {
    await waitForOwner(config, databaseOwnerUrl);
    await migrate(databaseOwnerUrl, databaseUrl, reportTo(config));
  }
  await waitForParts(config, [config.port, config.metricsPort]);
  const app = await createHttpApp(
    EngineModule.of('standalone', config, engineEntities, [ApiModule, WorkerModule]),
    config,
  );
  onStop(() => app.close());
  onStop(() => stopServing(app));
  await app.init();
  const demo = embedded ? await waitForDatabase(new Logger('Start'), () => prepareDemo(app, config.dataDir)) : null;
  await listen(app, config);
  if (demo === null) return;
  const url = await app.getUrl();
  // The demo sends requests: their log lines would push the banner off the screen.
  Logger.overrideLogger(['fatal', 'error', 'warn']);
  await sendDemoEvents(app, url, config.dataDir, demo);
  const valid = await validCredentials(app, url, demo);
  console.log(banner(demo, { url, folder: config.dataDir, valid, milliseconds: performance.now() - began }));
  Logger.overrideLogger(['fatal', 'error', 'warn', 'log']);
}
