import { fileURLToPath } from 'node:url';
import { ENGINE_STORE, type Store } from '../../harness/counts.js';
import type { EngineProcesses } from '../../harness/stage/engine-processes.js';
import { type ServerProcess } from '../../harness/stage/server-process.js';
import { freePort } from '../../harness/stage/ports.js';
import { BARE_SCHEMA, UNIT_OF_WORK_SCHEMA } from './tables.js';

export const SERVERS = ['engine', 'bare', 'unit of work'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Where each server keeps what it was sent. */
export const STORE_OF: Readonly<Record<ServerName, Store>> = {
  engine: ENGINE_STORE,
  bare: { name: 'bare', schema: BARE_SCHEMA, countsSignals: true },
  // Two units of work that read the same need both write what they read plus one.
  'unit of work': { name: 'unit of work', schema: UNIT_OF_WORK_SCHEMA, countsSignals: false },
};

const program = (name: string): string => fileURLToPath(new URL(`../servers/${name}/main.js`, import.meta.url));

export interface ServerSettings {
  readonly databaseUrl: string;
  /** Where the engine's queue is; null: in PostgreSQL. */
  readonly redisUrl: string | null;
  /** JSON file with the tenants' slugs, ids and secrets, for the servers that have no operator API. */
  readonly tenantsFile: string;
}

/** The servers that are compared with one another. */
export class Servers {
  constructor(
    private readonly processes: EngineProcesses,
    private readonly settings: ServerSettings,
  ) {}

  async start(name: ServerName): Promise<ServerProcess> {
    switch (name) {
      case 'engine':
        return this.processes.startApi(this.settings.redisUrl);
      case 'bare':
        return this.processes.launch(name, [program('bare')], await this.environment());
      case 'unit of work':
        return this.processes.launch(name, [program('unit-of-work')], await this.environment());
    }
  }

  /** The engine's worker. */
  startWorker(): Promise<ServerProcess> {
    return this.processes.startWorker(this.settings.redisUrl);
  }

  showLogs(): void {
    this.processes.showLogs();
  }

  stopAll(): Promise<void> {
    return this.processes.stopAll();
  }

  private async environment(): Promise<Record<string, string>> {
    const { databaseUrl, tenantsFile } = this.settings;
    return {
      NODE_ENV: 'production',
      PORT: String(await freePort()),
      DATABASE_URL: databaseUrl,
      BENCH_TENANTS: tenantsFile,
    };
  }
}
