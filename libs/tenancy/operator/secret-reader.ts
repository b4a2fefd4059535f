import { Injectable } from '@nestjs/common';
import { Database, ids } from '#platform/database';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { TenantsService } from './tenants.service.js';
import { SigningSecret } from '../secrets/signing-secret.entity.js';

/** A signing secret without the secret itself. */
export class SecretView {
  /** Identifier with the prefix `sec_`. */
  id: string;
  createdAt: string;
  /** When it expires; null: not before it is rotated. */
  expiresAt: string | null;
  /** When it last signed a request, accurate to about five seconds; null: never. */
  lastUsedAt: string | null;
}

export class SecretList {
  items: SecretView[];
  nextCursor: string | null;
}

/** Lists which secrets are live and still used, before an old one expires. */
@Injectable()
export class SecretReader {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsService,
  ) {}

  /** The tenant's secrets, including expired ones, newest first. @throws NotFound */
  async list(slug: string, { cursor, limit }: PageQuery): Promise<SecretList> {
    const { id: tenantId } = await this.tenants.find(slug);
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    const where = before === null ? {} : { id: { $lt: before } };
    const secrets = await this.database.asOperatorOf(tenantId, (tx) =>
      tx.find(SigningSecret, where, { orderBy: { id: 'desc' }, limit: limit + 1 }),
    );
    return pageOf(secrets, limit, view, ({ id }) => [id]);
  }
}

function view({ id, createdAt, expiresAt, lastUsedAt }: SigningSecret): SecretView {
  return {
    id: ids.show('sec', id),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
