import { MikroORM } from '@mikro-orm/core';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ClsModule } from 'nestjs-cls';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from './database.js';
import { type Entity, connectOrm } from './orm.js';
import { Notifications } from './notifications.js';
import { RequestScope } from './tenant-scope.js';

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(MikroORM) private readonly orm: MikroORM) {}

  /** @param entities all entities of the libraries that this process wires together */
  static forRoot(entities: readonly Entity[]): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [ClsModule.forRoot({ global: true, guard: { mount: true } })],
      providers: [
        {
          provide: MikroORM,
          inject: [CONFIG],
          useFactory: (config: Config) => connectOrm(config.databaseUrl, entities, { min: 1, max: 10 }),
        },
        Database,
        RequestScope,
        Notifications,
      ],
      exports: [Database, RequestScope, Notifications],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
  }
}
