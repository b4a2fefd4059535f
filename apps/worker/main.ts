import { NestFactory } from '@nestjs/core';
import { EngineModule, runMain } from '#platform/app';
import { readConfig } from '#platform/config';
import { demandPlainRole } from '#platform/database';
import { PinoLogger } from '#platform/telemetry';
import { WorkerModule, workerEntities } from './worker.module.js';

await runMain(async () => {
  const config = readConfig();
  await demandPlainRole(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(EngineModule.of(config, workerEntities, [WorkerModule]), {
    logger: new PinoLogger(config.logLevel),
    abortOnError: false,
  });
  app.enableShutdownHooks();
});
