import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, Notifications } from '#platform/database';
import { Tenant } from '../tenants/tenant.entity.js';
import { open } from './secret-box.js';
import { SigningSecret } from './signing-secret.entity.js';

/** A tenant as the webhook knows it: who it is, and the secrets that may sign for it. */
export interface TenantKeys {
  readonly tenantId: string;
  readonly secrets: readonly LiveSecret[];
}

export interface LiveSecret {
  readonly key: KeyObject;
  /** Milliseconds since the epoch from which the secret no longer signs; null: until it is rotated. */
  readonly expiresAt: number | null;
}

/** Channel on which every process hears that a tenant or its secrets changed; the payload is the tenant's id. */
export const TENANT_CHANGED = 'tenant_changed';

const TENANTS_PER_READ = 500;

/**
 * The live signing secrets of all active tenants, by slug, in memory: the webhook never asks the database who signed.
 * An unknown slug therefore costs the same as a known one. Refreshed by notification, whole after a lost connection.
 */
@Injectable()
export class KeyRing implements OnModuleInit {
  private readonly log = new Logger(KeyRing.name);
  private bySlug = new Map<string, TenantKeys>();
  private refreshed: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    await this.notifications.listen(TENANT_CHANGED, () => {
      this.refresh().catch((error: unknown) => this.log.error({ err: error }, 'the key ring is not refreshed'));
    });
  }

  /** The keys of an active tenant; undefined for an unknown or suspended one. */
  find(slug: string): TenantKeys | undefined {
    return this.bySlug.get(slug);
  }

  /**
   * Reads all tenants and secrets anew. Callers that changed one await it, so that their own process knows at once.
   * One read after the other: an older one that ended last would bring back what was revoked, and lose what is new.
   */
  refresh(): Promise<void> {
    this.refreshed = this.refreshed.catch(() => undefined).then(() => this.read());
    return this.refreshed;
  }

  private async read(): Promise<void> {
    const tenants = await this.database.asOperator([], (tx) => tx.find(Tenant, { status: 'active' }));
    const bySlug = new Map<string, TenantKeys>();
    for (let start = 0; start < tenants.length; start += TENANTS_PER_READ) {
      const page = tenants.slice(start, start + TENANTS_PER_READ);
      const secrets = await this.liveSecrets(page.map(({ id }) => id));
      for (const { id, slug } of page) bySlug.set(slug, { tenantId: id, secrets: secrets.get(id) ?? [] });
    }
    this.bySlug = bySlug;
  }

  private async liveSecrets(tenantIds: string[]): Promise<Map<string, LiveSecret[]>> {
    const rows = await this.database.inTenants(tenantIds, (tx) =>
      tx.find(SigningSecret, { $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }] }, { orderBy: { id: 'desc' } }),
    );
    const byTenant = new Map<string, LiveSecret[]>();
    for (const { tenantId, sealed, expiresAt } of rows) {
      const key = createSecretKey(Buffer.from(open(this.config.secretsKey, Buffer.from(sealed), tenantId)));
      const secret = { key, expiresAt: expiresAt?.getTime() ?? null };
      byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), secret]);
    }
    return byTenant;
  }
}
