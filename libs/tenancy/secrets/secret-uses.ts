import { sql } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database, type SqlFragment, sqlArray } from '#platform/database';
import { messageOf } from '#platform/thrown';

const STORE_EVERY_MS = 10_000;

interface SecretUse {
  readonly tenantId: string;
  at: number;
}

/**
 * Records when each signing secret was last used, so that an operator sees whether an old one is still in use before
 * it expires. The times are collected in memory and stored every ten seconds; a killed process loses the last ones,
 * so that a secret looks unused for ten seconds longer.
 */
@Injectable()
export class SecretUses implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(SecretUses.name);
  private uses = new Map<string, SecretUse>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.store(), STORE_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.store();
  }

  /** @param at milliseconds since the epoch */
  used(tenantId: string, secretId: string, at: number): void {
    const use = this.uses.get(secretId);
    if (use === undefined) this.uses.set(secretId, { tenantId, at });
    else use.at = Math.max(use.at, at);
  }

  private async store(): Promise<void> {
    if (this.uses.size === 0) return;
    const uses = [...this.uses];
    this.uses = new Map();
    try {
      const tenantIds = [...new Set(uses.map(([, { tenantId }]) => tenantId))];
      await this.database.inTenants(tenantIds, (tx) => tx.execute(storeUses(uses)));
    } catch (error) {
      // PostgreSQL is away, or another process stores uses of the same secrets in another order: the next time.
      for (const [id, { tenantId, at }] of uses) this.used(tenantId, id, at);
      this.log.warn(`the last use of signing secrets cannot be stored now: ${messageOf(error)}`);
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
