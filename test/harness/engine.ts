import { createHmac, randomBytes } from 'node:crypto';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from '../../apps/api/api.module.js';
import { engineEntities } from '../../apps/engine.entities.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import type { Schemas } from '#client';
import { EngineModule } from '#platform/app';
import { type Config, readConfig } from '#platform/config';
import { createHttpApp } from '#platform/http';
import { MetricsServer } from '#platform/telemetry';
import { type TestDatabase, createDatabase, databaseAt } from './database.js';
import { freePort } from '../../bench/harness/stage/ports.js';
import { httpCall } from './http-call.js';
import { retryUnavailable } from './retrying-fetch.js';
import { type TestTenant, tenantOf } from './tenant.js';

export interface TestEngine {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  /** The URL that Prometheus scrapes: `http://127.0.0.1:port/metrics`. */
  readonly metricsUrl: string;
  /** The metrics in Prometheus's text format. */
  readMetrics(): Promise<string>;
  readonly database: TestDatabase;
  readonly operatorToken: string;
  readonly secretsKey: string;
  /** Creates a tenant through the operator API. */
  createTenant(slug?: string): Promise<TestTenant>;
  /** Calls the operator API. */
  operator(method: string, path: string, body?: object): Promise<Response>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** False: no worker runs, so that nothing is resolved. */
  readonly worker?: boolean;
  /** Redis as the queue; null: PostgreSQL. */
  readonly redisUrl?: string | null;
  /** Another process of this engine: the same database, settings and keys. */
  readonly on?: Pick<TestEngine, 'database' | 'operatorToken' | 'secretsKey'>;
  /** More settings, by the names of their variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The port on which it listens. Default: a free one. */
  readonly port?: number;
  /** More modules of the process, which Nest initialises last. */
  readonly modules?: ReadonlyArray<Type>;
}

/** A running engine. Test files share it, so it contains no objects of the file that started it. */
interface RunningEngine {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly operatorToken: string;
  readonly secretsKey: string;
}

declare global {
  /** Defined in test/harness/native/shared.js. */
  var sharedEngines: Map<'api' | 'standalone', Promise<RunningEngine>>;
}

/** A shared engine: test files cannot close it, because the next ones use it, too. */
export type SharedEngine = Omit<TestEngine, 'close'>;

/**
 * The engine that the test files of this process share if they only need tenants of their own. A file that changes
 * settings, reads counters, subscribes to changes or reads whole tables starts its own engine.
 * @param worker false: no worker runs, so that nothing is resolved
 */
export async function sharedEngine({ worker = true } = {}): Promise<SharedEngine> {
  const kind = worker ? 'standalone' : 'api';
  let starting = sharedEngines.get(kind);
  if (starting === undefined) {
    starting = createDatabase().then((database) => run(database, { worker }));
    sharedEngines.set(kind, starting);
    starting.catch(() => sharedEngines.delete(kind));
  }
  const running = await starting;
  return testEngineOf(
    running,
    databaseAt(running.ownerUrl, running.appUrl, () => Promise.resolve()),
  );
}

/** Starts the engine in this process on a free port, with a database of its own. */
export async function startEngine(options: EngineOptions = {}): Promise<TestEngine> {
  const database = options.on?.database ?? (await createDatabase());
  const running = await run(database, options);
  return {
    ...testEngineOf(running, database),
    close: async () => {
      await running.app.close();
      if (options.on === undefined) await database.drop();
    },
  };
}

/** The configuration of a process. @param environment more settings, by the names of their variables */
export function configOf(
  { database, operatorToken, secretsKey }: NonNullable<EngineOptions['on']>,
  environment: EngineOptions['environment'] = {},
): Config {
  return readConfig({
    METRICS_PORT: '0',
    DATABASE_URL: database.appUrl,
    SECRETS_KEY: secretsKey,
    OPERATOR_TOKEN: operatorToken,
    LOG_LEVEL: 'silent',
    // Allows calls to servers of the tests.
    OUTBOUND_NETWORKS: '127.0.0.1',
    ...environment,
  });
}

async function run(
  database: TestDatabase,
  { worker = true, redisUrl = null, on, environment = {}, port: givenPort, modules = [] }: EngineOptions,
): Promise<RunningEngine> {
  const operatorToken = on?.operatorToken ?? randomBytes(24).toString('hex');
  const secretsKey = on?.secretsKey ?? randomBytes(32).toString('base64');
  // Chosen before the server listens, because the default of PUBLIC_URL contains it.
  const port = givenPort ?? (await freePort());
  const config = configOf(
    { database, operatorToken, secretsKey },
    { PORT: String(port), ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }), ...environment },
  );
  const app = await createHttpApp(
    EngineModule.of(worker ? 'standalone' : 'api', config, engineEntities, [
      ...modules,
      ApiModule,
      ...(worker ? [WorkerModule] : []),
    ]),
    config,
  );
  await app.listen(port, '127.0.0.1');
  const { appUrl, ownerUrl } = database;
  return { app, url: await app.getUrl(), appUrl, ownerUrl, operatorToken, secretsKey };
}

function testEngineOf({ app, url, operatorToken, secretsKey }: RunningEngine, database: TestDatabase): SharedEngine {
  const operator: SharedEngine['operator'] = (method, path, body) =>
    httpCall(method, `${url}/engine/v1/operator${path}`, {
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const metricsUrl = `http://127.0.0.1:${app.get(MetricsServer).port}/metrics`;
  return {
    app,
    url,
    metricsUrl,
    readMetrics: async () => (await httpCall('GET', metricsUrl)).text(),
    database,
    operatorToken,
    secretsKey,
    operator,
    createTenant: async (slug = `t-${randomBytes(4).toString('hex')}`) => {
      const response = await retryUnavailable('POST /tenants', () =>
        operator('POST', '/tenants', { slug, name: `Tenant ${slug}` }),
      );
      return tenantOf(url, slug, (await response.json()) as Schemas['CreatedTenant']);
    },
  };
}

/** The signature of a body as a source system computes it: HMAC-SHA256 in lower-case hexadecimal. */
export function sign(secret: string, body: string | Buffer): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
