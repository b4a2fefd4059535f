import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { TenantsService } from './tenants.service.js';
import { SigningSecret } from '../secrets/signing-secret.entity.js';
import { type SigningSecretPage, signingSecretView } from '../secrets/signing-secret.view.js';

/** Lists which secrets are live and still used, before an old one expires. */
@Injectable()
export class SecretReader {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsService,
  ) {}

  /** The tenant's secrets, including expired ones, newest first. @throws NotFound */
  async list(slug: string, { cursor, limit }: PageQuery): Promise<SigningSecretPage> {
    const { id: tenantId } = await this.tenants.find(slug);
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    const where = before === null ? {} : { id: { $lt: before } };
    const secrets = await this.database.asOperatorOf(tenantId, (tx) =>
      tx.find(SigningSecret, where, { orderBy: { id: 'desc' }, limit: limit + 1 }),
    );
    return pageOf(secrets, limit, signingSecretView, ({ id }) => [id]);
  }
}
