import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';
import { incrementCatalogVersion } from './catalog-version.js';

type CatalogListener = (tx: TenantTransaction) => Promise<void>;

/**
 * Publishes changes of what topics are matched with (the published library and the tenant's synonyms) to other
 * libraries, so that the catalog does not depend on them. Listeners run in the transaction of the change.
 */
@Injectable()
export class CatalogChanges {
  private readonly listeners: CatalogListener[] = [];

  subscribe(listener: CatalogListener): void {
    this.listeners.push(listener);
  }

  /** Increments the library's version, which is part of the cache keys of matches, and calls the listeners. */
  async publish(tx: TenantTransaction): Promise<void> {
    await incrementCatalogVersion(tx);
    for (const listener of this.listeners) await listener(tx);
  }
}
