import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'pg-connection-string';
import { migrate } from '#platform/app';
import { EmbeddedPostgres } from '../../../apps/standalone/embedded-postgres.js';
import { LoadGenerator } from '../load/load-generator.js';
import { emptyTables } from './empty-tables.js';
import { EngineProcesses, type EngineSettings } from './engine-processes.js';
import { seedTenants } from './seed.js';
import { createTenants } from './tenants.js';
import { DEFAULT_FLEET, type Fleet, type TenantAccess } from '../world.js';

export interface StageOptions {
  /** The tenants; 20 of 200 workers if it is unset. */
  readonly fleet?: Fleet;
  /** Where CPU profiles of the engine's processes go; unset: not profiled. */
  readonly profileFolder?: string | null;
  /** The benchmark reads the heap of the engine's processes. Not together with profiles. */
  readonly readsHeap?: boolean;
  /** Makes PostgreSQL record the time of each commit. */
  readonly tracksCommits?: boolean;
  /** Adds data of this benchmark to the database, after the tenants. */
  readonly seed?: (owner: pg.Client, tenants: readonly TenantAccess[]) => Promise<void>;
}

/** Resources to release. */
interface Parts {
  readonly folder: string;
  readonly postgres: EmbeddedPostgres;
  readonly owner: pg.Client;
  readonly processes: EngineProcesses;
}

/**
 * The shared parts of all runs: one durable PostgreSQL with the tenants, the engine's processes, the load generator.
 */
export class Stage {
  private constructor(
    private readonly parts: Parts,
    readonly tenants: readonly TenantAccess[],
    readonly fleet: Fleet,
    readonly load: LoadGenerator,
    private readonly tablesToEmpty: readonly string[],
  ) {}

  /** Connected as the owner, who sees every tenant's rows. */
  get owner(): pg.Client {
    return this.parts.owner;
  }

  get processes(): EngineProcesses {
    return this.parts.processes;
  }

  /** The benchmark's folder, which is removed at its end. */
  get folder(): string {
    return this.parts.folder;
  }

  /** The application's connection string. */
  get databaseUrl(): string {
    return this.parts.postgres.appUrl();
  }

  static async start({
    fleet = DEFAULT_FLEET,
    profileFolder = null,
    readsHeap = false,
    tracksCommits = false,
    seed,
  }: StageOptions): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'readiness-bench-'));
    const postgres = await startPostgres(folder, tracksCommits).catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    const owner = new pg.Client({ connectionString: postgres.ownerUrl() });
    const settings = await engineSettings(folder, postgres.appUrl(), { profileFolder, readsHeap });
    const processes = new EngineProcesses(settings);
    const parts = { folder, postgres, owner, processes };
    try {
      await migrate(postgres.ownerUrl(), postgres.appUrl());
      await owner.connect();
      const tenants = await tenantsOf(owner, processes, settings, fleet);
      await seedTenants(owner, fleet);
      await seed?.(owner, tenants);
      return new Stage(parts, tenants, fleet, new LoadGenerator(tenants, fleet), await emptyTables(owner));
    } catch (error) {
      processes.showLogs();
      await removeParts(parts);
      throw error;
    }
  }

  /**
   * Deletes the rows of earlier runs, and restarts the stream of events.
   * @param senders the tenants that send, by index; all if it is unset
   */
  async startOver(senders?: readonly number[]): Promise<void> {
    await this.empty(this.tablesToEmpty);
    await this.load.startOver(senders);
  }

  /** Deletes all rows, and retries after deadlocks with a running engine. */
  async empty(tables: readonly string[]): Promise<void> {
    try {
      await this.owner.query(`truncate ${tables.join(', ')}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === DEADLOCK)) throw error;
      await this.empty(tables);
    }
  }

  /** Writes dirty buffers of earlier runs, so that no run pays for the previous one. */
  async settle(): Promise<void> {
    await this.owner.query('checkpoint');
  }

  /** Prints the logs of the processes. */
  showLogs(): void {
    this.processes.showLogs();
  }

  /** Ends every process and removes every file of the benchmark. */
  async stop(): Promise<void> {
    this.load.stop();
    await removeParts(this.parts);
  }
}

/** SQLSTATE. */
const DEADLOCK = '40P01';

/** The setting takes a restart, and then stays in the cluster. */
async function startPostgres(folder: string, tracksCommits: boolean): Promise<EmbeddedPostgres> {
  const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres'), durable: true });
  if (!tracksCommits) return postgres;
  const owner = new pg.Client({ connectionString: postgres.ownerUrl() });
  await owner.connect();
  await owner.query('alter system set track_commit_timestamp = on');
  await owner.end();
  await postgres.stop();
  await postgres.start();
  return postgres;
}

async function removeParts({ folder, postgres, owner, processes }: Parts): Promise<void> {
  const { host: socketFolder } = parse(postgres.appUrl());
  await processes.stopAll();
  await owner.end().catch(() => undefined);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  if (socketFolder) await rm(socketFolder, { recursive: true, force: true });
}

async function engineSettings(
  folder: string,
  databaseUrl: string,
  { profileFolder, readsHeap }: Pick<EngineSettings, 'profileFolder' | 'readsHeap'>,
): Promise<EngineSettings> {
  if (profileFolder !== null) await mkdir(profileFolder, { recursive: true });
  return {
    folder,
    databaseUrl,
    profileFolder,
    readsHeap,
    secretsKey: randomBytes(32).toString('base64'),
    operatorToken: randomBytes(32).toString('hex'),
  };
}

async function tenantsOf(
  owner: pg.Client,
  processes: EngineProcesses,
  { operatorToken }: EngineSettings,
  fleet: Fleet,
): Promise<TenantAccess[]> {
  const api = await processes.startApi(null);
  const created = await createTenants(api.port, operatorToken, fleet.tenants);
  await api.stop();
  const { rows } = await owner.query<{ id: string; slug: string }>('select id, slug from tenant');
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return created.map((tenant) => ({ ...tenant, tenantId: ids.get(tenant.slug) ?? '' }));
}
