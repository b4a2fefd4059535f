import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'pg-connection-string';
import { migrate } from '#platform/app';
import { EmbeddedPostgres } from '../../../apps/standalone/embedded-postgres.js';
import { LoadGenerator } from '../load/load-generator.js';
import type { Options } from '../options.js';
import { seedTenants } from './seed.js';
import { Servers, type ServerSettings } from './servers.js';
import { emptyTables, fillTenantTable, makeComparisonTables } from './tables.js';
import { createTenants } from './tenants.js';
import type { TenantAccess } from './world.js';

/** Everything that the runs share: one durable PostgreSQL with the tenants in it, the servers' settings, the load generator. */
export class Stage {
  private constructor(
    private readonly parts: Parts,
    readonly load: LoadGenerator,
    private readonly tablesToEmpty: readonly string[],
  ) {}

  /** Connected as the owner, who sees every tenant's rows. */
  get owner(): pg.Client {
    return this.parts.owner;
  }

  get servers(): Servers {
    return this.parts.servers;
  }

  static async set(options: Options): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'readiness-bench-'));
    const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres'), durable: true }).catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    const owner = new pg.Client({ connectionString: postgres.ownerUrl() });
    const settings = await serverSettings(folder, postgres.appUrl(), options);
    const servers = new Servers(settings);
    const parts = { folder, postgres, owner, servers };
    try {
      await migrate(postgres.ownerUrl(), postgres.appUrl());
      await owner.connect();
      const tenants = await tenantsOf(owner, servers, settings);
      await seedTenants(owner);
      await makeComparisonTables(owner, EmbeddedPostgres.appRole);
      await fillTenantTable(owner, tenants);
      return new Stage(parts, new LoadGenerator(tenants), await emptyTables(owner));
    } catch (error) {
      servers.showLogs();
      await strike(parts);
      throw error;
    }
  }

  /** Empties what the runs before have written, and begins the stream of events anew. */
  async startOver(): Promise<void> {
    await this.owner.query(`truncate ${this.tablesToEmpty.join(', ')}`);
    await this.load.startOver();
  }

  /** Writes out what earlier runs have left dirty, so that no run pays for the one before it. */
  async settle(): Promise<void> {
    await this.owner.query('checkpoint');
  }

  /** Ends every process and removes every file of the benchmark. */
  async strike(): Promise<void> {
    this.load.stop();
    await strike(this.parts);
  }
}

/** What has to be ended and removed. */
interface Parts {
  readonly folder: string;
  readonly postgres: EmbeddedPostgres;
  readonly owner: pg.Client;
  readonly servers: Servers;
}

async function strike({ folder, postgres, owner, servers }: Parts): Promise<void> {
  const { host: socketFolder } = parse(postgres.appUrl());
  await servers.stopAll();
  await owner.end().catch(() => undefined);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  if (socketFolder) await rm(socketFolder, { recursive: true, force: true });
}

async function serverSettings(folder: string, databaseUrl: string, { redisUrl, profileFolder }: Options): Promise<ServerSettings> {
  if (profileFolder !== null) await mkdir(profileFolder, { recursive: true });
  return {
    folder, databaseUrl, redisUrl, profileFolder, tenantsFile: join(folder, 'tenants.json'),
    secretsKey: randomBytes(32).toString('base64'), operatorToken: randomBytes(32).toString('hex'),
  };
}

async function tenantsOf(owner: pg.Client, servers: Servers, { operatorToken, tenantsFile }: ServerSettings): Promise<TenantAccess[]> {
  const engine = await servers.start('engine');
  const created = await createTenants(engine.port, operatorToken);
  await engine.stop();
  const { rows } = await owner.query<{ id: string; slug: string }>('select id, slug from tenant');
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const tenants = created.map((tenant) => ({ ...tenant, tenantId: ids.get(tenant.slug) ?? '' }));
  await writeFile(tenantsFile, JSON.stringify(tenants), { mode: 0o600 });
  return tenants;
}
