import { MikroORM } from '@mikro-orm/core';
import { type DynamicModule, type ExecutionContext, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ClsModule } from 'nestjs-cls';
import { CONFIG, type Config } from '../config/index.js';
import { within } from '../lifecycle/index.js';
import { followRequest } from '../telemetry/index.js';
import { Database } from './database.js';
import { PendingTenants } from './pending-tenants.js';
import { type Entity, connectOrm } from './orm.js';
import { Notifications } from './notifications.js';
import { PoolMetrics } from './pool.metrics.js';
import { RequestScope } from './tenant-scope.js';

const CLOSE_WITHIN_MS = 2_000;

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(MikroORM) private readonly orm: MikroORM) {}

  /** @param entities all entities of the process's libraries */
  static forRoot(entities: readonly Entity[]): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [ClsModule.forRoot({ global: true, guard: { mount: true, setup: (_cls, context) => follow(context) } })],
      providers: [
        {
          provide: MikroORM,
          inject: [CONFIG],
          useFactory: (config: Config) => connectOrm(config.databaseUrl, entities, { min: 1, max: 12 }),
        },
        Database,
        PendingTenants,
        RequestScope,
        Notifications,
        PoolMetrics,
      ],
      exports: [Database, PendingTenants, RequestScope, Notifications],
    };
  }

  /** The pool would wait forever for a connection that broke while it was in use and was not released. */
  async onApplicationShutdown(): Promise<void> {
    await within(CLOSE_WITHIN_MS, this.orm.close()).catch(() => undefined);
  }
}

/** The scope of a request starts here: from now on its log lines have its id. */
function follow(context: ExecutionContext): void {
  followRequest(context.switchToHttp().getRequest<FastifyRequest>());
}
