import { Injectable } from '@nestjs/common';
import { Database, TableCache, Notifications, tenantPages } from '#platform/database';
import type { SignalMap } from './apply-signal-map.js';
import { SIGNAL_MAP_CHANGED } from './signal-map-changes.js';
import { SignalMapSettings } from './signal-map.entity.js';

const EMPTY: SignalMap = {};

/** An in-memory cache of the signal maps of all tenants, so that the webhook needs no query for them. */
@Injectable()
export class SignalMaps extends TableCache {
  private readonly byTenant = new Map<string, SignalMap>();

  constructor(
    private readonly database: Database,
    notifications: Notifications,
  ) {
    super(notifications, { name: 'the signal map', channel: SIGNAL_MAP_CHANGED });
  }

  of(tenantId: string): SignalMap {
    return this.byTenant.get(tenantId) ?? EMPTY;
  }

  protected override async read(tenantId: string | null): Promise<void> {
    const read = new Map<string, SignalMap>();
    for await (const page of tenantId === null ? tenantPages(this.database) : [[tenantId]]) {
      const rows = await this.database.inTenants(page, (tx) => tx.find(SignalMapSettings, {}));
      for (const row of rows) read.set(row.tenantId, row.map);
    }
    // Maps of deleted tenants, and those that a server lost in a failover.
    for (const known of tenantId === null ? this.byTenant.keys() : [tenantId])
      if (!read.has(known)) this.byTenant.delete(known);
    for (const [id, map] of read) this.byTenant.set(id, map);
  }
}
