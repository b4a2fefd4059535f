import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ServerProcess, freePort } from './server-process.js';
import { BARE_SCHEMA, UNIT_OF_WORK_SCHEMA } from './tables.js';

export const SERVERS = ['engine', 'bare', 'unit of work'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Where each server keeps what it was sent. */
export const SCHEMA_OF: Readonly<Record<ServerName, string>> = { 'engine': 'public', 'bare': BARE_SCHEMA, 'unit of work': UNIT_OF_WORK_SCHEMA };

const program = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const LOG_SHOWN = 4_000;

/** As `npm run start:api` and `start:worker` start them. */
const AS_SHIPPED = '--enable-source-maps';

export interface ServerSettings {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly secretsKey: string;
  readonly operatorToken: string;
  readonly redisUrl: string | null;
  readonly profileFolder: string | null;
  /** JSON file with the tenants' slugs, ids and secrets, for the servers that have no operator API. */
  readonly tenantsFile: string;
}

/** Starts the servers under measurement, and ends whatever of them still runs. */
export class Servers {
  private readonly started: ServerProcess[] = [];

  constructor(private readonly settings: ServerSettings) {}

  async start(name: ServerName): Promise<ServerProcess> {
    switch (name) {
      case 'engine': return this.launch(name, [...this.profiling(), AS_SHIPPED, program('apps/api/main.js')], await this.engineEnvironment('api'));
      case 'bare': return this.launch(name, [program('bench/webhook/servers/bare/main.js')], await this.otherEnvironment());
      case 'unit of work': return this.launch(name, [program('bench/webhook/servers/unit-of-work/main.js')], await this.otherEnvironment());
    }
  }

  /** The engine's worker: resolves, serves nobody. */
  async startWorker(): Promise<ServerProcess> {
    const { PORT: _port, ...environment } = await this.engineEnvironment('worker');
    return this.launch('worker', [...this.profiling(), AS_SHIPPED, program('apps/worker/main.js')], environment);
  }

  /** Puts the end of what the servers printed on the terminal: their logs go with the folder. */
  showLogs(): void {
    for (const file of readdirSync(this.settings.folder).filter((name) => name.endsWith('.log'))) {
      console.error(`--- ${file}\n${readFileSync(join(this.settings.folder, file), 'utf8').slice(-LOG_SHOWN)}`);
    }
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.started.splice(0).map((server) => server.stop()));
  }

  private async launch(name: string, command: string[], environment: Record<string, string>): Promise<ServerProcess> {
    const port = environment['PORT'] === undefined ? null : Number(environment['PORT']);
    const server = await ServerProcess.start({ name, command, environment, port, logFile: join(this.settings.folder, `${name.replaceAll(' ', '-')}.log`) });
    this.started.push(server);
    return server;
  }

  private profiling(): string[] {
    return this.settings.profileFolder === null ? [] : ['--import', new URL('../profile/profile-on-signal.js', import.meta.url).href];
  }

  private async engineEnvironment(name: string): Promise<Record<string, string>> {
    const { databaseUrl, secretsKey, operatorToken, redisUrl, profileFolder, folder } = this.settings;
    return {
      NODE_ENV: 'production', PORT: String(await freePort()), METRICS_PORT: String(await freePort()), DATA_DIR: join(folder, 'data'),
      DATABASE_URL: databaseUrl, SECRETS_KEY: secretsKey, OPERATOR_TOKEN: operatorToken,
      ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
      ...(profileFolder === null ? {} : { BENCH_PROFILE: join(profileFolder, name) }),
    };
  }

  private async otherEnvironment(): Promise<Record<string, string>> {
    const { databaseUrl, tenantsFile } = this.settings;
    return { NODE_ENV: 'production', PORT: String(await freePort()), DATABASE_URL: databaseUrl, BENCH_TENANTS: tenantsFile };
  }
}
