import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database, Notifications, TableCache, tenantPages } from '#platform/database';
import { SIGNAL_MAP_CHANGED } from './signal-map-changes.js';
import { SignalMapSettings } from './signal-map.entity.js';

/** In-memory cache of the tenants that have auto-author turned on, so that the others cause no query. */
@Injectable()
export class AutoAuthorSwitch implements OnModuleInit, OnModuleDestroy {
  private readonly tenantIds = new Set<string>();
  private readonly cache: TableCache;

  constructor(
    private readonly database: Database,
    notifications: Notifications,
  ) {
    this.cache = new TableCache(notifications, {
      name: 'the auto-author switch',
      channel: SIGNAL_MAP_CHANGED,
      read: (tenantId) => this.read(tenantId),
    });
  }

  onModuleInit(): Promise<void> {
    return this.cache.open();
  }

  onModuleDestroy(): void {
    this.cache.close();
  }

  isOn(tenantId: string): boolean {
    return this.tenantIds.has(tenantId);
  }

  /** Reads a tenant's switch again. A caller that changed it awaits this. */
  refresh(tenantId: string): Promise<void> {
    return this.cache.refresh(tenantId);
  }

  private async read(tenantId: string | null): Promise<void> {
    for await (const page of tenantId === null ? tenantPages(this.database) : [[tenantId]]) {
      const rows = await this.database.inTenants(page, (tx) =>
        tx.find(SignalMapSettings, { autoAuthor: true }, { fields: ['tenantId'] }),
      );
      const on = new Set(rows.map((row) => row.tenantId));
      for (const id of page) {
        if (on.has(id)) this.tenantIds.add(id);
        else this.tenantIds.delete(id);
      }
    }
  }
}
