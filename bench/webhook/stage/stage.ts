import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { EmbeddedPostgres } from '../../../apps/standalone/embedded-postgres.js';
import type { LoadGenerator } from '../../harness/load/load-generator.js';
import { Stage } from '../../harness/stage/stage.js';
import type { Options } from '../options.js';
import { Servers } from './servers.js';
import { fillTenantTable, makeComparisonTables } from './tables.js';

/** The stage of all benchmarks, with the servers that the engine is compared with and their tables. */
export class ComparisonStage {
  private constructor(
    private readonly stage: Stage,
    readonly servers: Servers,
  ) {}

  static async start({ redisUrl, profileFolder, fleet }: Options): Promise<ComparisonStage> {
    const stage = await Stage.start({
      fleet,
      profileFolder,
      seed: async (owner, tenants) => {
        await makeComparisonTables(owner, EmbeddedPostgres.appRole);
        await fillTenantTable(owner, tenants);
      },
    });
    const tenantsFile = join(stage.folder, 'tenants.json');
    await writeFile(tenantsFile, JSON.stringify(stage.tenants), { mode: 0o600 });
    return new ComparisonStage(
      stage,
      new Servers(stage.processes, { databaseUrl: stage.databaseUrl, redisUrl, tenantsFile }),
    );
  }

  /** Connected as the owner, who sees every tenant's rows. */
  get owner(): pg.Client {
    return this.stage.owner;
  }

  /** The application's connection string. */
  get databaseUrl(): string {
    return this.stage.databaseUrl;
  }

  get load(): LoadGenerator {
    return this.stage.load;
  }

  startOver(): Promise<void> {
    return this.stage.startOver();
  }

  settle(): Promise<void> {
    return this.stage.settle();
  }

  showLogs(): void {
    this.servers.showLogs();
  }

  stop(): Promise<void> {
    return this.stage.stop();
  }
}
