import { createSecretKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, StartError } from '#platform/config';
import { Database, TableCache, Notifications, tenantPages } from '#platform/database';
import { Tenant } from '../tenants/tenant.entity.js';
import { open } from './secret-box.js';
import { SigningSecret } from './signing-secret.entity.js';
import { decodedSecret } from './signing-secret.js';
import type { LiveSecret, TenantKeys } from './tenant-keys.js';

/** The channel on which every process is notified of a changed tenant or secret; the payload is the tenant's id. */
export const TENANT_CHANGED = 'tenant_changed';

/**
 * In-memory cache of the live signing secrets of all active tenants, by slug, so that the webhook verifies signatures
 * without a query. An unknown slug therefore takes as long as a known one. Refreshed on notifications, and completely
 * after a lost connection.
 */
@Injectable()
export class KeyRing extends TableCache {
  private readonly bySlug = new Map<string, TenantKeys>();
  /** The ids of suspended tenants. */
  private readonly suspended = new Map<string, string>();
  private isStarted = false;

  constructor(
    private readonly database: Database,
    notifications: Notifications,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(notifications, { name: 'the key ring', channel: TENANT_CHANGED });
  }

  override async onModuleInit(): Promise<void> {
    await super.onModuleInit();
    this.isStarted = true;
  }

  /** The keys of an active tenant; undefined for an unknown or suspended one. */
  find(slug: string): TenantKeys | undefined {
    return this.bySlug.get(slug);
  }

  /** The id of an active or a suspended tenant; undefined for an unknown one. */
  idOf(slug: string): string | undefined {
    return this.bySlug.get(slug)?.tenantId ?? this.suspended.get(slug);
  }

  protected override async read(tenantId: string | null): Promise<void> {
    const read = new Map<string, TenantKeys>();
    const suspended = new Map<string, string>();
    for await (const page of tenantId === null ? tenantPages(this.database) : [[tenantId]]) {
      const tenants = await this.database.asOperator((tx) => tx.find(Tenant, { id: page }));
      const active = tenants.filter(({ status }) => status === 'active');
      const secrets = await this.liveSecrets(active.map(({ id }) => id));
      for (const tenant of active) read.set(tenant.slug, keysOf(tenant, secrets.get(tenant.id) ?? []));
      for (const { id, slug, status } of tenants) if (status === 'suspended') suspended.set(slug, id);
    }
    for (const [slug, keys] of this.bySlug)
      if (tenantId === null || keys.tenantId === tenantId) this.bySlug.delete(slug);
    for (const [slug, id] of this.suspended) if (tenantId === null || id === tenantId) this.suspended.delete(slug);
    for (const [slug, keys] of read) this.bySlug.set(slug, keys);
    for (const [slug, id] of suspended) this.suspended.set(slug, id);
  }

  private async liveSecrets(tenantIds: string[]): Promise<Map<string, LiveSecret[]>> {
    const rows = await this.database.inTenants(tenantIds, (tx) =>
      tx.find(
        SigningSecret,
        { $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }] },
        { orderBy: { id: 'desc' } },
      ),
    );
    const byTenant = new Map<string, LiveSecret[]>();
    for (const { tenantId, id, sealed, expiresAt } of rows) {
      const text = this.opened(Buffer.from(sealed), tenantId);
      if (text === null) continue;
      const secret = {
        id,
        key: createSecretKey(Buffer.from(text)),
        decodedKey: createSecretKey(decodedSecret(text)),
        expiresAt: expiresAt?.getTime() ?? null,
      };
      byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), secret]);
    }
    return byTenant;
  }

  /**
   * Null: the secret was encrypted with another key, by another process, and what it signs is refused. The other
   * changes must apply, such as the expiry of the secret that it replaces.
   * @throws StartError if there is such a secret when the process starts
   */
  private opened(sealed: Buffer, tenantId: string): string | null {
    try {
      return open(this.config.secretsKeys, sealed, tenantId);
    } catch {
      if (this.isStarted) {
        this.log.error(
          { tenantId },
          'a signing secret is left out: it is encrypted with none of the keys of this process',
        );
        return null;
      }
      throw new StartError(
        'SECRETS_KEY should be the key that encrypted the signing secrets in this database: it cannot decrypt all of them',
      );
    }
  }
}

function keysOf({ id, slug, rateLimit, signalRetentionMonths }: Tenant, secrets: readonly LiveSecret[]): TenantKeys {
  return { tenantId: id, slug, rateLimit: rateLimit ?? null, signalRetentionMonths, secrets };
}
