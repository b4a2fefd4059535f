// The application in Nest's preview mode: no provider is created, and no database is used.
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiModule } from '../../dist/apps/api/api.module.js';
import { engineEntities } from '../../dist/apps/engine.entities.js';
import { EngineModule } from '../../dist/libs/platform/app/index.js';

export async function previewApp() {
  const module = EngineModule.of('api', { logLevel: 'silent' }, engineEntities, [ApiModule]);
  const app = await NestFactory.create(module, new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  const modules = [...app.container.getModules().values()];
  const controllers = modules.flatMap((wired) => [...wired.controllers.values()].map(({ metatype }) => metatype));
  return { app, controllers: new Map(controllers.map((controller) => [controller.name, controller])) };
}
