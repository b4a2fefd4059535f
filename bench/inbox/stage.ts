import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { parse } from 'pg-connection-string';
import { migrate } from '#platform/app';
import { EmbeddedPostgres } from '../../apps/standalone/embedded-postgres.js';
import { EngineProcesses } from '../harness/stage/engine-processes.js';
import { addTenants, seedTenants } from './seed.js';
import type { Options } from './options.js';

/** Needs of the small tenant, with whose pages those of the large one are compared, and of each further tenant. */
export const SMALL = 1_000;

/** A measured tenant. */
export interface InboxTenant {
  readonly slug: string;
  readonly tenantId: string;
  /** Where its API and its console are: `http://127.0.0.1:port`. */
  readonly url: string;
  readonly adminToken: string;
  /** Requests a page as an admin. */
  page(query: string): Promise<{ items: unknown[]; nextCursor: string | null }>;
}

/**
 * A durable PostgreSQL with all tenants' needs in it, and one api process; no worker, so that nothing changes
 * meanwhile.
 */
export class InboxStage {
  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    private readonly processes: EngineProcesses,
    /** Connected as the application role, with row level security. */
    readonly client: pg.Client,
    readonly large: InboxTenant,
    readonly small: InboxTenant,
  ) {}

  static async start({ needs, beside }: Options): Promise<InboxStage> {
    const folder = await mkdtemp(join(tmpdir(), 'readiness-bench-'));
    const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres'), durable: true });
    const settings = {
      folder,
      databaseUrl: postgres.appUrl(),
      profileFolder: null,
      readsHeap: false,
      secretsKey: randomBytes(32).toString('base64'),
      operatorToken: randomBytes(32).toString('hex'),
    };
    const processes = new EngineProcesses(settings);
    const client = new pg.Client({ connectionString: postgres.appUrl() });
    try {
      await migrate(postgres.ownerUrl(), postgres.appUrl());
      await client.connect();
      const { port } = await processes.startApi(null);
      const tokens = {
        large: await createTenant(port, settings.operatorToken, 'large'),
        small: await createTenant(port, settings.operatorToken, 'small'),
      };
      const ids = await fill(postgres.ownerUrl(), needs, beside);
      return new InboxStage(
        folder,
        postgres,
        processes,
        client,
        tenantOf(port, 'large', ids('large'), tokens.large),
        tenantOf(port, 'small', ids('small'), tokens.small),
      );
    } catch (error) {
      processes.showLogs();
      await new InboxStage(folder, postgres, processes, client, NOBODY, NOBODY).stop();
      throw error;
    }
  }

  showLogs(): void {
    this.processes.showLogs();
  }

  async stop(): Promise<void> {
    await this.processes.stopAll();
    await this.client.end().catch(() => undefined);
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
    const { host: socketFolder } = parse(this.postgres.appUrl());
    if (socketFolder && dirname(socketFolder) !== '/') await rm(socketFolder, { recursive: true, force: true });
  }
}

const NOBODY: InboxTenant = {
  slug: '',
  tenantId: '',
  url: '',
  adminToken: '',
  page: () => Promise.reject(new Error('no such tenant')),
};

/** @returns the tenants' ids, by slug */
async function fill(ownerUrl: string, needs: number, beside: number): Promise<(slug: string) => string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await addTenants(owner, 'beside-', beside);
    await seedTenants(owner, 'small', SMALL);
    await seedTenants(owner, 'beside-%', SMALL);
    await seedTenants(owner, 'large', needs);
    // As autovacuum does a minute later.
    await owner.query('vacuum analyze');
    const { rows } = await owner.query<{ id: string; slug: string }>('select id, slug from tenant');
    return (slug) => rows.find((row) => row.slug === slug)?.id ?? '';
  } finally {
    await owner.end();
  }
}

async function createTenant(port: number, operatorToken: string, slug: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/engine/v1/operator/tenants`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ slug, name: slug }),
  });
  const { adminToken } = (await response.json()) as { adminToken: string };
  return adminToken;
}

function tenantOf(port: number, slug: string, tenantId: string, adminToken: string): InboxTenant {
  const url = `http://127.0.0.1:${port}`;
  return {
    slug,
    tenantId,
    url,
    adminToken,
    page: async (query) => {
      const response = await fetch(`${url}/engine/v1/admin/needs?${query}`, {
        headers: { authorization: `Bearer ${adminToken}` },
      });
      if (!response.ok) throw new Error(`GET /needs?${query} answers ${response.status}: ${await response.text()}`);
      return (await response.json()) as { items: unknown[]; nextCursor: string | null };
    },
  };
}
