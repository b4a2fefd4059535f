import type { FastifyInstance } from 'fastify';
import { ApiModule } from '../../apps/api/api.module.js';
import { engineEntities } from '../../apps/engine.entities.js';
import { EngineModule } from '#platform/app';
import { createHttpApp } from '#platform/http';
import { type SharedEngine, configOf } from '../harness/engine.js';

export interface ServedRoute {
  readonly method: string;
  readonly path: string;
  /** The body that it declares; undefined: it declares none. */
  readonly body?:
    { readonly kind: 'json' | 'bytes' | 'rows' | 'form' | 'upload'; readonly maxBytes: number } | undefined;
}

/** The limit of a route that declares none. */
const DEFAULT_BYTES = 16 * 1024;
const WEBHOOK_BYTES = 8 * 1024 * 1024;

export const isRows = ({ body }: ServedRoute): boolean => body?.kind === 'rows';
export const isForm = ({ body }: ServedRoute): boolean => body?.kind === 'form';
export const isUpload = ({ body }: ServedRoute): boolean => body?.kind === 'upload';
export const isWebhook = ({ path }: ServedRoute): boolean => path.startsWith('/engine/v1/integration/');

/** The size of a body that a route takes. */
export const maxBytesOf = (route: ServedRoute): number =>
  isWebhook(route) ? WEBHOOK_BYTES : (route.body?.maxBytes ?? DEFAULT_BYTES);

/** Adds a route to the server without a controller of Nest. */
export type Plant = (server: FastifyInstance) => void;

export interface ServedApp {
  /** Every route that Fastify serves, whoever registered it, except for HEAD, which Fastify adds to each GET. */
  readonly routes: readonly ServedRoute[];
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts another api on the database of an engine, since a server reports its routes only while they are added.
 * @param plant adds routes with faults, which a spec has to find
 */
export async function serveRoutes(engine: SharedEngine, plant: Plant): Promise<ServedApp> {
  const config = configOf(engine);
  const app = await createHttpApp(EngineModule.of('api', config, engineEntities, [ApiModule]), config);
  const routes: ServedRoute[] = [];
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url, config: ofRoute }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD') routes.push({ method: one, path: url.replace(/(.)\/$/, '$1'), body: ofRoute?.body });
  });
  plant(server);
  await app.listen(0, '127.0.0.1');
  return { routes, url: await app.getUrl(), close: () => app.close() };
}
