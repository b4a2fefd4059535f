import { randomBytes } from 'node:crypto';
import type { Schemas } from '#client';
import { type TestDatabase, createDatabase } from '../../harness/database.js';
import { EngineProcess } from '../../harness/engine-process.js';
import { eventually } from '../../harness/eventually.js';
import { freePort } from '../../../bench/harness/stage/ports.js';
import { httpCall } from '../../harness/http-call.js';
import { type TestTenant, tenantOf } from '../../harness/tenant.js';

/** Longer than a process takes to start on a busy machine. */
const READY_MS = 90_000;

export interface StageOptions {
  /** Where the data is; a database of the run's PostgreSQL where nothing is said. */
  readonly database?: TestDatabase;
  /** Redis as the queue; PostgreSQL where nothing is said. */
  readonly redisUrl?: string;
  /** More settings, by the names of their variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * The engine as it runs in production: an api and a worker, each a process of its own, to be stopped, killed and
 * started again.
 */
export class Stage {
  private readonly processes: EngineProcess[] = [];

  private constructor(
    readonly database: TestDatabase,
    private readonly port: number,
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async start({ database, redisUrl, environment }: StageOptions = {}): Promise<Stage> {
    const data = database ?? (await createDatabase());
    const port = await freePort();
    return new Stage(data, port, {
      PORT: String(port),
      METRICS_PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: data.appUrl,
      SECRETS_KEY: randomBytes(32).toString('base64'),
      OPERATOR_TOKEN: randomBytes(24).toString('hex'),
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...environment,
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts a process; it may not be ready yet. */
  launch(app: 'api' | 'worker' | 'migrate', environment: Readonly<Record<string, string>> = {}): EngineProcess {
    const process = new EngineProcess(app, { ...this.environment, ...environment });
    this.processes.push(process);
    return process;
  }

  /** Starts the migrations. */
  migrate(): EngineProcess {
    return this.launch('migrate', { DATABASE_OWNER_URL: this.database.ownerUrl });
  }

  /** Starts an api and waits until it is ready. */
  async api(): Promise<EngineProcess> {
    const process = this.launch('api');
    await this.ready();
    return process;
  }

  /** Starts a worker and waits until it is ready. */
  async worker(): Promise<EngineProcess> {
    const port = await freePort();
    const process = this.launch('worker', { METRICS_PORT: String(port) });
    await this.ready(`http://127.0.0.1:${port}/ready`);
    return process;
  }

  /** Waits until the api is ready, or the process whose probe is given. */
  async ready(probe = `${this.url}/engine/health/ready`): Promise<void> {
    await eventually(async () => {
      const status = await httpCall('GET', probe, { headers: { connection: 'close' } }).then(
        (response) => response.status,
        String,
      );
      if (status !== 200)
        throw new Error(`not ready: ${status}\n${this.processes.map(({ output }) => output).join('')}`);
    }, READY_MS);
  }

  probe(what: 'live' | 'ready'): Promise<Response> {
    return httpCall('GET', `${this.url}/engine/health/${what}`, { headers: { connection: 'close' } });
  }

  async createTenant(slug = `t-${randomBytes(4).toString('hex')}`): Promise<TestTenant> {
    const response = await this.operator('POST', '/tenants', { slug, name: slug });
    return tenantOf(this.url, slug, (await response.json()) as Schemas['CreatedTenant'], false);
  }

  operator(
    method: string,
    path: string,
    body?: object,
    additional: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const headers = {
      authorization: `Bearer ${this.environment['OPERATOR_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
      connection: 'close',
      ...additional,
    };
    return httpCall(method, `${this.url}/engine/v1/operator${path}`, {
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** Ends whatever still runs, and the database. */
  async stop(): Promise<void> {
    await Promise.all(this.processes.filter(({ isRunning }) => isRunning).map((process) => process.kill()));
    await this.database.drop();
  }
}
