import type { FastifyInstance } from 'fastify';
import { ApiModule } from '../../apps/api/api.module.js';
import { engineEntities } from '../../apps/engine.entities.js';
import { EngineModule } from '#platform/app';
import { readConfig } from '#platform/config';
import { createHttpApp } from '#platform/http';
import type { SharedEngine } from '../harness/engine.js';

export interface ServedRoute {
  readonly method: string;
  readonly path: string;
  /** The body that it declares; undefined: it declares none. */
  readonly body?:
    { readonly kind: 'json' | 'bytes' | 'rows' | 'form' | 'upload'; readonly mostBytes: number } | undefined;
}

/** Adds a route to the server without a controller of Nest. */
export type Plant = (server: FastifyInstance) => void;

/**
 * Every route that Fastify serves, whoever registered it, as the server reports them. The answers to HEAD are those
 * that Fastify adds to each GET.
 * @param engine whose database and settings a second application uses, since a server tells of its routes only as they
 * come
 * @param use what to do with the second application while it is up
 */
export async function servedRoutes<T>(
  engine: SharedEngine,
  plant: Plant,
  use: (routes: ServedRoute[], url: string) => Promise<T>,
): Promise<T> {
  const config = readConfig({
    DATABASE_URL: engine.database.appUrl,
    SECRETS_KEY: engine.secretsKey,
    OPERATOR_TOKEN: engine.operatorToken,
    LOG_LEVEL: 'silent',
    METRICS_PORT: '0',
  });
  const app = await createHttpApp(EngineModule.of('api', config, engineEntities, [ApiModule]), config);
  const routes: ServedRoute[] = [];
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url, config: ofRoute }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD') routes.push({ method: one, path: url.replace(/(.)\/$/, '$1'), body: ofRoute?.body });
  });
  plant(server);
  await app.listen(0, '127.0.0.1');
  try {
    return await use(routes, await app.getUrl());
  } finally {
    await app.close();
  }
}
