import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, Notifications } from '#platform/database';
import { TenantsService } from '#tenancy';
import type { SignalMap } from './apply-signal-map.js';
import { SignalMapSettings } from './signal-map.entity.js';

/** Channel on which every process hears that a signal map changed; the payload is the tenant's id. */
export const SIGNAL_MAP_CHANGED = 'signal_map_changed';

const EMPTY: SignalMap = {};

/** The signal maps of all tenants in memory, so that the webhook applies them without a query. */
@Injectable()
export class SignalMaps implements OnModuleInit {
  private readonly log = new Logger(SignalMaps.name);
  private readonly byTenant = new Map<string, SignalMap>();
  private refreshed: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly tenants: TenantsService,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refreshAll();
    await this.notifications.listen(SIGNAL_MAP_CHANGED, (tenantId) => {
      (tenantId === null ? this.refreshAll() : this.refresh([tenantId])).catch((error: unknown) =>
        this.log.error({ err: error }, 'the signal maps are not refreshed'),
      );
    });
  }

  of(tenantId: string): SignalMap {
    return this.byTenant.get(tenantId) ?? EMPTY;
  }

  /**
   * Reads these tenants' maps anew. A caller that changed one awaits it, so that its own process knows at once.
   * One read after the other: an older one that ended last would bring back what was replaced.
   */
  refresh(tenantIds: readonly string[]): Promise<void> {
    this.refreshed = this.refreshed.catch(() => undefined).then(() => this.read(tenantIds));
    return this.refreshed;
  }

  private async read(tenantIds: readonly string[]): Promise<void> {
    const rows = await this.database.inTenants(tenantIds, (tx) => tx.find(SignalMapSettings, {}));
    for (const { tenantId, map } of rows) this.byTenant.set(tenantId, map);
  }

  private async refreshAll(): Promise<void> {
    await this.refresh((await this.tenants.list()).map(({ id }) => id));
  }
}
