import { Injectable } from '@nestjs/common';
import { Database, Notifications, TableCache, tenantPages } from '#platform/database';
import { SIGNAL_MAP_CHANGED } from './signal-map-changes.js';
import { SignalMapSettings } from './signal-map.entity.js';

/** In-memory cache of the tenants that have auto-author turned on, so that the others cause no query. */
@Injectable()
export class AutoAuthorSwitch extends TableCache {
  private readonly tenantIds = new Set<string>();

  constructor(
    private readonly database: Database,
    notifications: Notifications,
  ) {
    super(notifications, { name: 'the auto-author switch', channel: SIGNAL_MAP_CHANGED });
  }

  isOn(tenantId: string): boolean {
    return this.tenantIds.has(tenantId);
  }

  protected override async read(tenantId: string | null): Promise<void> {
    const on = new Set<string>();
    for await (const page of tenantId === null ? tenantPages(this.database) : [[tenantId]]) {
      const rows = await this.database.inTenants(page, (tx) =>
        tx.find(SignalMapSettings, { autoAuthor: true }, { fields: ['tenantId'] }),
      );
      for (const row of rows) on.add(row.tenantId);
    }
    // Deleted tenants, too.
    for (const known of tenantId === null ? this.tenantIds : [tenantId])
      if (!on.has(known)) this.tenantIds.delete(known);
    for (const id of on) this.tenantIds.add(id);
  }
}
