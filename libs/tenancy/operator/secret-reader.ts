import { Injectable } from '@nestjs/common';
import { Database, ids } from '#platform/database';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { TenantsService } from './tenants.service.js';
import { SigningSecret } from '../secrets/signing-secret.entity.js';

/** A signing secret as the operator sees it: never the secret itself. */
export class SecretView {
  id: string;
  createdAt: string;
  /** From when it no longer signs; null: until it is rotated. */
  expiresAt: string | null;
  /** When it last signed a request, to some ten seconds; null: never. */
  lastUsedAt: string | null;
}

export class SecretList {
  items: SecretView[];
  nextCursor: string | null;
}

/**
 * What an operator needs to know before an old secret ends: which ones are live, and whether anybody still signs with
 * them.
 */
@Injectable()
export class SecretReader {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsService,
  ) {}

  /** The tenant's secrets, the dead ones too, newest first. @throws NotFound */
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
