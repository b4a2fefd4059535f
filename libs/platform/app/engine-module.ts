import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type Config, ConfigModule } from '../config/index.js';
import { DatabaseModule, type Entity } from '../database/index.js';
import { Draining } from '../process/index.js';
import { QueueModule } from '../queue/index.js';
import { RedisModule } from '../redis/index.js';
import { TelemetryModule } from '../telemetry/index.js';

/** What every process is made of: configuration, telemetry, database and queue, and the features that it serves. */
@Module({})
export class EngineModule {
  static of(config: Config, entities: readonly Entity[], features: readonly Type[]): DynamicModule {
    return {
      module: EngineModule,
      global: true,
      imports: [ConfigModule.forRoot(config), TelemetryModule, DatabaseModule.forRoot(entities), QueueModule.forRoot(), RedisModule, ...features],
      providers: [Draining],
      exports: [Draining],
    };
  }
}
