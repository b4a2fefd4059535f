import { createHmac, randomBytes } from 'node:crypto';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from '../../apps/api/api.module.js';
import { engineEntities } from '../../apps/engine.entities.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import type { Schemas } from '#client';
import { EngineModule } from '#platform/app';
import { readConfig } from '#platform/config';
import { createHttpApp } from '#platform/http';
import { MetricsServer } from '#platform/telemetry';
import { type TestDatabase, createDatabase } from './database.js';
import { freePort } from '../../bench/harness/stage/ports.js';
import { patientFetch } from './patient-fetch.js';
import { type TestTenant, tenantOf } from './tenant.js';

export interface TestEngine {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  /** Where Prometheus asks: `http://127.0.0.1:port/metrics`. */
  readonly metricsUrl: string;
  readonly database: TestDatabase;
  readonly operatorToken: string;
  readonly secretsKey: string;
  /** Makes a tenant through the operator API. */
  createTenant(slug?: string): Promise<TestTenant>;
  /** Calls the operator API. */
  operator(method: string, path: string, body?: object): Promise<Response>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** False: nothing is resolved, as where the workers are down. */
  readonly worker?: boolean;
  /** Redis as the queue; null: PostgreSQL. */
  readonly redisUrl?: string | null;
  /** Another process of this engine: the same database, settings and keys. */
  readonly on?: Pick<TestEngine, 'database' | 'operatorToken' | 'secretsKey'>;
  /** More settings, by the names of their variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it listens; left out: on a free port. */
  readonly port?: number;
  /** More modules of the process, which Nest initialises last. */
  readonly modules?: ReadonlyArray<Type>;
}

/** Starts the engine in this process on a free port, with a database of its own. */
export async function startEngine({
  worker = true,
  redisUrl = null,
  on,
  environment = {},
  port: givenPort,
  modules = [],
}: EngineOptions = {}): Promise<TestEngine> {
  const database = on?.database ?? (await createDatabase());
  const operatorToken = on?.operatorToken ?? randomBytes(24).toString('hex');
  const secretsKey = on?.secretsKey ?? randomBytes(32).toString('base64');
  // Known before it listens: answers name the engine by PUBLIC_URL, which is made of it.
  const port = givenPort ?? (await freePort());
  const config = readConfig({
    PORT: String(port),
    METRICS_PORT: '0',
    DATABASE_URL: database.appUrl,
    SECRETS_KEY: secretsKey,
    OPERATOR_TOKEN: operatorToken,
    LOG_LEVEL: 'silent',
    // Tests receive what the engine sends for tenants.
    OUTBOUND_NETWORKS: '127.0.0.1',
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
    ...environment,
  });
  const app = await createHttpApp(
    EngineModule.of(worker ? 'standalone' : 'api', config, engineEntities, [
      ...modules,
      ApiModule,
      ...(worker ? [WorkerModule] : []),
    ]),
    config,
  );
  await app.listen(port, '127.0.0.1');
  const url = await app.getUrl();
  const requestOf = (method: string, path: string, body?: object): Request =>
    new Request(`${url}/engine/v1/operator${path}`, {
      method,
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return {
    app,
    url,
    metricsUrl: `http://127.0.0.1:${app.get(MetricsServer).port}/metrics`,
    database,
    operatorToken,
    secretsKey,
    operator: (method, path, body) => fetch(requestOf(method, path, body)),
    createTenant: async (slug = `t-${randomBytes(4).toString('hex')}`) => {
      const response = await patientFetch(requestOf('POST', '/tenants', { slug, name: `Tenant ${slug}` }));
      return tenantOf(url, slug, (await response.json()) as Schemas['CreatedTenant']);
    },
    close: async () => {
      await app.close();
      if (on === undefined) await database.drop();
    },
  };
}

/** Lower-case hex HMAC-SHA256 of a body, as a source system makes it. */
export function sign(secret: string, body: string | Buffer): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
