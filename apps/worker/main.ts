import { NestFactory } from '@nestjs/core';
import { EngineModule, waitForParts } from '#platform/app';
import { readConfig } from '#platform/config';
import { Draining, runService } from '#platform/lifecycle';
import { PinoLogger } from '#platform/telemetry';
import { engineEntities } from '../engine.entities.js';
import { WorkerModule } from './worker.module.js';

await runService(async (onStop) => {
  const config = readConfig();
  await waitForParts(config, [config.metricsPort]);
  const app = await NestFactory.createApplicationContext(
    EngineModule.of('worker', config, engineEntities, [WorkerModule]),
    {
      logger: new PinoLogger(config.logLevel),
      abortOnError: false,
    },
  );
  onStop(() => {
    app.get(Draining).begin();
    return app.close();
  });
});
