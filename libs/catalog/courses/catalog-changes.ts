import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

type CatalogListener = (tx: TenantTransaction) => Promise<void>;

/**
 * Where later parts of the story hear that what topics are matched with changed (the published library, the tenant's
 * own words for it), without the catalog knowing of them.
 * Listeners run in the transaction of the change.
 */
@Injectable()
export class CatalogChanges {
  private readonly listeners: CatalogListener[] = [];

  subscribe(listener: CatalogListener): void {
    this.listeners.push(listener);
  }

  /** Bumps the library's version, by which matches are cached, and tells the listeners. */
  async publish(tx: TenantTransaction): Promise<void> {
    await tx.execute(
      sql`insert into catalog_version (tenant_id) values (${tx.tenantId})
       on conflict (tenant_id) do update set version = catalog_version.version + 1`,
    );
    for (const listener of this.listeners) await listener(tx);
  }
}
