import { NestFactory } from '@nestjs/core';
import { catalogEntities } from '#catalog';
import { directoryEntities } from '#directory';
import { EngineModule } from '#platform/app';
import { readConfig } from '#platform/config';
import { PinoLogger } from '#platform/telemetry';
import { WorkerModule } from './worker.module.js';

const config = readConfig();
const app = await NestFactory.createApplicationContext(EngineModule.of(config, [...catalogEntities, ...directoryEntities], [WorkerModule]), {
  logger: new PinoLogger(config.logLevel),
});
app.enableShutdownHooks();
