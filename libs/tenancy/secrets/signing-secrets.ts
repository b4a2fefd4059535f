import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { audit } from '../audit/audit-log.js';
import { KeyRing, TENANT_CHANGED } from './key-ring.js';
import { expireSecretsOf } from './live-secrets.js';
import { seal } from './secret-box.js';
import type { CreateSigningSecretBody } from './signing-secret.dto.js';
import { SigningSecret } from './signing-secret.entity.js';
import { newSigningSecret } from './signing-secret.js';
import { type CreatedSigningSecret, type SigningSecretPage, signingSecretView } from './signing-secret.view.js';

/** The tenant's own signing secrets. A change applies in this process before the response, and in others at once. */
@Injectable()
export class SigningSecrets {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly keyRing: KeyRing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Newest first, expired ones too. */
  list({ cursor, limit }: PageQuery): Promise<SigningSecretPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    return this.database.inTenant(async (tx) => {
      const where = before === null ? {} : { id: { $lt: before } };
      const secrets = await tx.find(SigningSecret, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
      return pageOf(secrets, limit, signingSecretView, ({ id }) => [id]);
    });
  }

  /** @throws TooManySecrets */
  async create({ name, graceSeconds }: CreateSigningSecretBody): Promise<CreatedSigningSecret> {
    const { tenantId, actor } = this.scope.tenant;
    const created = await this.database.inTenant(async (tx) => {
      const expiresAt = typeof graceSeconds === 'number' ? new Date(Date.now() + graceSeconds * 1_000) : null;
      await expireSecretsOf(tx, name, expiresAt);
      const signingSecret = newSigningSecret();
      const secret = tx.create(SigningSecret, {
        tenantId,
        id: ids.next(),
        name,
        sealed: seal(this.config.secretsKeys, signingSecret, tenantId),
      });
      await tx.flush();
      audit(tx, {
        actor,
        action: 'secret.created',
        subject: { kind: 'secret', id: secret.id },
        after: { name, ...(expiresAt === null ? {} : { previousExpiresAt: expiresAt }) },
      });
      await notify(tx);
      return { ...signingSecretView(secret), signingSecret };
    });
    await this.keyRing.refresh(tenantId);
    return created;
  }

  /** What it signs is refused at once. @throws NotFound */
  async delete(id: string): Promise<void> {
    const { tenantId, actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const secret = await tx.findOne(SigningSecret, { id }, { fields: ['name'] });
      if (secret === null) throw new NotFound('secret');
      await tx.nativeDelete(SigningSecret, { id });
      audit(tx, {
        actor,
        action: 'secret.deleted',
        subject: { kind: 'secret', id },
        before: { name: secret.name },
      });
      await notify(tx);
    });
    await this.keyRing.refresh(tenantId);
  }
}

async function notify(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_notify(${TENANT_CHANGED}, ${tx.tenantId})`);
}
