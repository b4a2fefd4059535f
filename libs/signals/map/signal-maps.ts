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
    for await (const page of tenantId === null ? tenantPages(this.database) : [[tenantId]]) {
      const rows = await this.database.inTenants(page, (tx) => tx.find(SignalMapSettings, {}));
      for (const row of rows) this.byTenant.set(row.tenantId, row.map);
    }
  }
}
