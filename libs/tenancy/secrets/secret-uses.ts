import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, pagesOfTenants, sqlArray } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { messageOf } from '#platform/thrown';

const STORE_EVERY_MS = 5_000;
const RETRY_MS = 1_000;

interface SecretUse {
  readonly tenantId: string;
  at: number;
}

/**
 * Records when each signing secret was last used, so that an operator sees whether an old one is still in use before
 * it expires. The times are collected in memory and stored every five seconds; a killed process loses the last ones,
 * so that a secret looks unused for five seconds longer.
 */
@Injectable()
export class SecretUses extends PeriodicTask {
  private uses = new Map<string, SecretUse>();

  constructor(private readonly database: Database) {
    super('storing the last uses of signing secrets', RETRY_MS);
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    await this.store().catch((error: unknown) =>
      this.log.warn(`the last uses of signing secrets are lost: ${messageOf(error)}`),
    );
  }

  /** @param at milliseconds since the epoch */
  used(tenantId: string, secretId: string, at: number): void {
    const use = this.uses.get(secretId);
    if (use === undefined) this.uses.set(secretId, { tenantId, at });
    else use.at = Math.max(use.at, at);
  }

  protected override async run(): Promise<number> {
    await this.store();
    return STORE_EVERY_MS;
  }

  /**
   * What cannot be stored stays in memory: PostgreSQL is unavailable, or another process stores uses of the same
   * secrets.
   */
  private async store(): Promise<void> {
    const uses = this.uses;
    this.uses = new Map();
    const byTenant = Map.groupBy(uses, ([, { tenantId }]) => tenantId);
    try {
      for (const page of pagesOfTenants([...byTenant.keys()].toSorted())) {
        const ofPage = page.flatMap((tenantId) => byTenant.get(tenantId) ?? []);
        await this.database.inTenants(page, (tx) => tx.execute(storeUses(ofPage)));
        for (const [id] of ofPage) uses.delete(id);
      }
    } catch (error) {
      for (const [id, { tenantId, at }] of uses) this.used(tenantId, id, at);
      throw error;
    }
  }
}

function storeUses(uses: ReadonlyArray<[id: string, use: SecretUse]>): SqlFragment {
  const tenantIds = sqlArray(uses.map(([, { tenantId }]) => tenantId));
  const secretIds = sqlArray(uses.map(([id]) => id));
  const times = sqlArray(uses.map(([, { at }]) => new Date(at).toISOString()));
  return sql`
    update signing_secret set last_used_at = used.at
    from unnest(${tenantIds}::uuid[], ${secretIds}::uuid[], ${times}::timestamptz[]) as used (tenant_id, id, at)
    where signing_secret.tenant_id = used.tenant_id and signing_secret.id = used.id
      and (last_used_at is null or last_used_at < used.at)`;
}
