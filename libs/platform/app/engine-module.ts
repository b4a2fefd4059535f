import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type Config, ConfigModule } from '../config/index.js';
import { DatabaseModule, type Entity } from '../database/index.js';
import { QueueModule } from '../queue/index.js';

/** What every process is made of: configuration, database and queue, and the features that it serves. */
@Module({})
export class EngineModule {
  static of(config: Config, entities: readonly Entity[], features: readonly Type[]): DynamicModule {
    return {
      module: EngineModule,
      imports: [ConfigModule.forRoot(config), DatabaseModule.forRoot(entities), QueueModule.forRoot(), ...features],
    };
  }
}
