import { sql } from '@mikro-orm/postgresql';
import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, type TenantTransaction, ids } from '#platform/database';
import { Conflict, NotFound } from '#platform/errors';
import { isStorable } from '#platform/text';
import { audit } from '../audit/audit-log.js';
import type { IssuedLink } from '../passwords/password-links.js';
import { seal } from '../secrets/secret-box.js';
import { KeyRing, TENANT_CHANGED } from '../secrets/key-ring.js';
import { expireLiveSecrets } from '../secrets/live-secrets.js';
import { SigningSecret } from '../secrets/signing-secret.entity.js';
import { newSigningSecret } from '../secrets/signing-secret.js';
import { ConsoleSession } from '../sessions/console-session.entity.js';
import { issueToken } from '../tokens/issue-token.js';
import type { Role } from '../access/role.js';
import { inviteUser } from '../user-management/user-invitation.js';
import { type SignalRetentionMonths, ensurePartitions } from '../tenants/signal-retention.js';
import type { Plan } from '../tenants/plans.js';
import { Tenant, type TenantStatus } from '../tenants/tenant.entity.js';
import { SlugTaken } from './tenant.errors.js';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  /** The first admin, who is invited; the first admin token gets this name. */
  readonly adminEmail?: string;
}

/**
 * A new tenant with secrets that can be read only once: its first signing secret, an admin token, and the invitation
 * of the first admin.
 */
interface CreatedTenantSecrets {
  readonly tenant: Tenant;
  readonly signingSecret: string;
  readonly adminToken: string;
  /** Null: no admin was named. */
  readonly invitation: IssuedLink | null;
}

export interface TenantChange {
  readonly name?: string;
  readonly plan?: Plan;
  readonly draftsPerMonth?: number | null;
  readonly tokensPerMonth?: number | null;
  readonly status?: TenantStatus;
  readonly rateLimit?: number | null;
  readonly signalRetentionMonths?: SignalRetentionMonths;
}

const OPERATOR = 'operator';

/**
 * The operator's changes of tenants. Each call is one transaction, which writes to the tenant's audit log and
 * notifies every process.
 */
@Injectable()
export class TenantsService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws SlugTaken */
  async create({ slug, name, adminEmail }: NewTenant): Promise<CreatedTenantSecrets> {
    const id = ids.next();
    const created = await this.database.asOperatorOf(id, async (tx) => {
      const tenant = tx.create(Tenant, { id, slug, name });
      await tx.flush().catch((error: unknown) => {
        throw error instanceof UniqueConstraintViolationException ? new SlugTaken(slug) : error;
      });
      audit(tx, {
        actor: OPERATOR,
        action: 'tenant.created',
        subject: { kind: 'tenant', id: slug },
        after: { slug, name },
      });
      const acting = { tenantId: id, actor: OPERATOR };
      const invited =
        adminEmail === undefined ? null : await inviteUser(tx, acting, { email: adminEmail, role: 'admin' });
      const { token: adminToken } = issueToken(tx, acting, { role: 'admin', name: adminEmail ?? 'first admin' });
      const result = { tenant, signingSecret: this.addSecret(tx), adminToken, invitation: invited?.link ?? null };
      await notifyTenantChange(tx);
      return result;
    });
    await this.keyRing.refresh(id);
    return created;
  }

  /** All tenants, by slug. */
  list(): Promise<Tenant[]> {
    return this.database.asOperator((tx) => tx.find(Tenant, {}, { orderBy: { slug: 'asc' } }));
  }

  /** @throws NotFound */
  async find(slug: string): Promise<Tenant> {
    const tenant = isStorable(slug) ? await this.database.asOperator((tx) => tx.findOne(Tenant, { slug })) : null;
    return existing(slug, tenant);
  }

  /**
   * One transaction that changes a tenant, which stays locked until its end. Once its deletion has begun, a tenant gets
   * no new rows: they could remain.
   * @throws NotFound | Conflict `deletion_begun`
   */
  async edit<T>(slug: string, change: (tx: TenantTransaction, tenant: Tenant) => Promise<T>): Promise<T> {
    const { id } = await this.find(slug);
    return this.database.asOperatorOf(id, async (tx) => {
      const locked = await tx.findOne(Tenant, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const tenant = existing(slug, locked);
      // By the clock that decides when the deletion begins, and not as of the beginning of the wait for the lock.
      if ((await tx.count(Tenant, { id, deletionAt: { $lte: sql`clock_timestamp()` } })) > 0)
        throw new Conflict('deletion_begun', `the deletion of tenant "${slug}" has begun`);
      return change(tx, tenant);
    });
  }

  /**
   * Changes the name, plan, status, rate limit or retention. A suspended tenant's webhook and tokens answer 401 at
   * once, and its users are logged out.
   * @throws NotFound | Conflict `deletion_begun`, `deletion_pending` | PartitionsLocked
   */
  async change(slug: string, change: TenantChange): Promise<Tenant> {
    const changed = await this.edit(slug, async (tx, tenant) => {
      const { name, plan, draftsPerMonth, tokensPerMonth, status, rateLimit, signalRetentionMonths } = tenant;
      const before = { name, plan, draftsPerMonth, tokensPerMonth, status, rateLimit, signalRetentionMonths };
      if (change.status === 'active' && tenant.deletionAt instanceof Date)
        throw new Conflict('deletion_pending', `tenant "${slug}" is to be deleted: undo that first`);
      tx.assign(tenant, change);
      // A suspension outlasts the undo of the deletion.
      if (change.status === 'suspended' && tenant.deletionAt instanceof Date) tenant.statusBeforeDeletion = 'suspended';
      if (tenant.signalRetentionMonths !== signalRetentionMonths) {
        tenant.signalRetentionChangedAt = new Date();
        await ensurePartitions(tx);
      }
      if (tenant.status === 'suspended') await tx.nativeDelete(ConsoleSession, {});
      audit(tx, {
        actor: OPERATOR,
        action: 'tenant.changed',
        subject: { kind: 'tenant', id: slug },
        before,
        after: change,
      });
      await notifyTenantChange(tx);
      return tenant;
    });
    await this.keyRing.refresh(changed.id);
    return changed;
  }

  /**
   * Creates a signing secret; the previous ones remain valid for `graceSeconds`.
   * @returns the secret, and when the previous ones expire (null if there was none)
   * @throws NotFound | Conflict `deletion_begun` | TooManySecrets
   */
  async rotateSecret(
    slug: string,
    graceSeconds: number,
  ): Promise<{ signingSecret: string; previousExpiresAt: Date | null }> {
    const expiresAt = new Date(Date.now() + graceSeconds * 1000);
    const { tenantId, ...rotated } = await this.edit(slug, async (tx) => {
      const previous = await expireLiveSecrets(tx, expiresAt);
      audit(tx, {
        actor: OPERATOR,
        action: 'secret.rotated',
        subject: { kind: 'tenant', id: slug },
        after: { previousExpiresAt: expiresAt },
      });
      const signingSecret = this.addSecret(tx);
      await notifyTenantChange(tx);
      return { tenantId: tx.tenantId, signingSecret, previousExpiresAt: previous.length > 0 ? expiresAt : null };
    });
    await this.keyRing.refresh(tenantId);
    return rotated;
  }

  /**
   * @returns a new API token of the tenant with this role, which cannot be read again
   * @throws NotFound | Conflict `deletion_begun`
   */
  createToken(slug: string, role: Role, name: string): Promise<string> {
    return this.edit(
      slug,
      async (tx) => issueToken(tx, { tenantId: tx.tenantId, actor: OPERATOR }, { role, name }).token,
    );
  }

  private addSecret(tx: TenantTransaction): string {
    const secret = newSigningSecret();
    tx.create(SigningSecret, {
      tenantId: tx.tenantId,
      id: ids.next(),
      sealed: seal(this.config.secretsKeys, secret, tx.tenantId),
    });
    return secret;
  }
}

/** @throws NotFound */
function existing(slug: string, tenant: Tenant | null): Tenant {
  if (tenant === null) throw new NotFound(`tenant "${slug}"`);
  return tenant;
}

/** Notifies every process of the changed tenant, when the transaction commits. */
export async function notifyTenantChange(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_notify(${TENANT_CHANGED}, ${tx.tenantId})`);
}
