import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { Config } from '../config/index.js';
import { ConfigModule } from './config.module.js';
import { DatabaseModule, type Entity } from '../database/index.js';
import { HealthModule } from '../health/index.js';
import { OutboundModule } from '../outbound/index.js';
import { QueueModule } from '../queue/index.js';
import { RedisModule } from '../redis/index.js';
import { type ProcessName, TelemetryModule } from '../telemetry/index.js';

/** The parts of every process: configuration, telemetry, database and queue, and the modules of its features. */
@Module({})
export class EngineModule {
  static of(name: ProcessName, config: Config, entities: readonly Entity[], features: readonly Type[]): DynamicModule {
    return {
      module: EngineModule,
      imports: [
        ConfigModule.forRoot(config),
        TelemetryModule.forRoot(name),
        HealthModule,
        DatabaseModule.forRoot(entities),
        QueueModule.forRoot(),
        RedisModule,
        OutboundModule,
        ...features,
      ],
    };
  }
}
