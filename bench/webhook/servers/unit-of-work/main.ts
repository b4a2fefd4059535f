import { MikroOrmModule } from '@mikro-orm/nestjs';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { connectionParts } from '#platform/database';
import { POOL_SIZE, readSettings } from '../settings.js';
import { Need, Signal, Tenant } from './entities.js';
import { SignatureGuard } from './signature.guard.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookService } from './webhook.service.js';

/**
 * The webhook as most teams would write it on the same stack: guard, controller, service, one unit of work for each
 * request.
 */
const settings = readSettings();

@Module({
  imports: [
    MikroOrmModule.forRoot({
      driver: PostgreSqlDriver,
      ...connectionParts(settings.databaseUrl),
      entities: [Need, Signal, Tenant],
      pool: { min: POOL_SIZE, max: POOL_SIZE },
      sessionContext: 'transaction',
      registerRequestContext: false,
      // The service forks it for each request.
      allowGlobalContext: true,
    }),
  ],
  controllers: [WebhookController],
  providers: [WebhookService, SignatureGuard],
})
class UnitOfWorkModule {}

const app = await NestFactory.create<NestFastifyApplication>(UnitOfWorkModule, new FastifyAdapter(), {
  rawBody: true,
  logger: ['error', 'warn'],
});
app.useGlobalPipes(new ValidationPipe({ transform: true }));
await app.listen(settings.port, '127.0.0.1');
