import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ServerProcess } from './server-process.js';
import { freePort } from './ports.js';
import { callOperator } from './tenants.js';

const program = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const LOG_SHOWN = 4_000;

/** Node's flags in `npm run start:api`, and in all commands that start the engine. */
const AS_SHIPPED = flagsOf(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));

export interface EngineSettings {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly secretsKey: string;
  readonly operatorToken: string;
  /** Where CPU profiles of the engine's processes go; null: not profiled. */
  readonly profileFolder: string | null;
  /** The benchmark reads the heap of the engine's processes: {@link ServerProcess.retainedHeap}. */
  readonly readsHeap: boolean;
}

/** Starts the measured processes, and ends those that still run. */
export class EngineProcesses {
  private readonly started: ServerProcess[] = [];

  constructor(private readonly settings: EngineSettings) {}

  /** @param redisUrl of the queue; null: in PostgreSQL */
  async startApi(redisUrl: string | null): Promise<ServerProcess> {
    const port = String(await freePort());
    return this.launch('engine', [...this.probes(), ...AS_SHIPPED, program('apps/api/main.js')], {
      ...(await this.environment('api', redisUrl)),
      PORT: port,
    });
  }

  /** A worker, which serves no HTTP. */
  async startWorker(redisUrl: string | null): Promise<ServerProcess> {
    return this.launch(
      'worker',
      [...this.probes(), ...AS_SHIPPED, program('apps/worker/main.js')],
      await this.environment('worker', redisUrl),
    );
  }

  /** Creates an admin token of the tenant, as its operator. @param port of an api */
  async adminToken(port: number, slug: string): Promise<string> {
    const answer = await this.operator(port, 'POST', `/${slug}/tokens`, { role: 'admin', name: 'benchmark' });
    if (typeof answer === 'object' && answer !== null && 'token' in answer && typeof answer.token === 'string')
      return answer.token;
    throw new Error('the operator API showed no token');
  }

  /** Calls the operator's routes of tenants. @param port of an api @throws Error if the call is refused */
  operator(port: number, method: string, path: string, body?: object): Promise<unknown> {
    return callOperator(port, this.settings.operatorToken, method, path, body);
  }

  /** Starts any Node program, which listens on its `PORT`, if it has one. */
  async launch(name: string, command: string[], environment: Record<string, string>): Promise<ServerProcess> {
    const portIn = (variable: string): number | null =>
      environment[variable] === undefined ? null : Number(environment[variable]);
    const server = await ServerProcess.start({
      name,
      command,
      environment,
      port: portIn('PORT'),
      metricsPort: portIn('METRICS_PORT'),
      logFile: join(this.settings.folder, `${name.replaceAll(' ', '-')}.log`),
    });
    this.started.push(server);
    return server;
  }

  /** Puts the end of what the processes printed on the terminal: their logs go with the folder. */
  showLogs(): void {
    for (const file of readdirSync(this.settings.folder).filter((name) => name.endsWith('.log'))) {
      console.error(`--- ${file}\n${readFileSync(join(this.settings.folder, file), 'utf8').slice(-LOG_SHOWN)}`);
    }
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.started.splice(0).map((server) => server.stop()));
  }

  /** What is loaded into the engine's processes; both modules listen to the same signal. */
  private probes(): string[] {
    const { profileFolder, readsHeap } = this.settings;
    if (profileFolder !== null) return ['--import', new URL('../profile/profile-on-signal.js', import.meta.url).href];
    return readsHeap ? ['--import', new URL('../profile/heap-on-signal.js', import.meta.url).href] : [];
  }

  private async environment(name: string, redisUrl: string | null): Promise<Record<string, string>> {
    const { databaseUrl, secretsKey, operatorToken, profileFolder, readsHeap, folder } = this.settings;
    return {
      NODE_ENV: 'production',
      METRICS_PORT: String(await freePort()),
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: databaseUrl,
      SECRETS_KEY: secretsKey,
      OPERATOR_TOKEN: operatorToken,
      ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
      ...(profileFolder === null ? {} : { BENCH_PROFILE: join(profileFolder, name) }),
      ...(readsHeap ? { BENCH_HEAP: join(folder, `${name}.heap.json`) } : {}),
    };
  }
}

function flagsOf(manifest: string): string[] {
  const { scripts } = JSON.parse(manifest) as { scripts: { 'start:api': string } };
  return scripts['start:api'].split(' ').filter((word) => word.startsWith('--'));
}
