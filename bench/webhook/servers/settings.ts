import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TenantAccess } from '../../harness/world.js';

export interface KnownTenant {
  readonly tenantId: string;
  readonly key: KeyObject;
}

export interface ServerSettings {
  readonly port: number;
  readonly databaseUrl: string;
  readonly tenants: ReadonlyMap<string, KnownTenant>;
}

/** As many connections to PostgreSQL as each of the compared servers may use. */
export const POOL_SIZE = 16;

/** The settings of a compared server, which the benchmark passes in its environment. */
export function readSettings(): ServerSettings {
  const { PORT, DATABASE_URL, BENCH_TENANTS } = process.env;
  if (PORT === undefined || DATABASE_URL === undefined || BENCH_TENANTS === undefined)
    throw new Error('this server is started by the benchmark only');
  const tenants = JSON.parse(readFileSync(BENCH_TENANTS, 'utf8')) as TenantAccess[];
  return {
    port: Number(PORT),
    databaseUrl: DATABASE_URL,
    tenants: new Map(
      tenants.map(({ slug, tenantId, signingSecret }) => [
        slug,
        { tenantId, key: createSecretKey(Buffer.from(signingSecret)) },
      ]),
    ),
  };
}
