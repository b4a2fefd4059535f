import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { ApiToken } from '../tokens/api-token.entity.js';
import { type ApiTokenPage, apiTokenView } from '../tokens/api-token.view.js';
import { revokeToken } from '../tokens/revoke-token.js';
import { TenantsService } from './tenants.service.js';

/** The operator's view of the tokens of a tenant. */
@Injectable()
export class OperatorTokens {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsService,
  ) {}

  /** Newest first, including revoked ones. @throws NotFound */
  async list(slug: string, { cursor, limit }: PageQuery): Promise<ApiTokenPage> {
    const { id: tenantId } = await this.tenants.find(slug);
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    const where = before === null ? {} : { id: { $lt: before } };
    const tokens = await this.database.asOperatorOf(tenantId, (tx) =>
      tx.find(ApiToken, where, { orderBy: { id: 'desc' }, limit: limit + 1 }),
    );
    return pageOf(tokens, limit, apiTokenView, ({ id }) => [id]);
  }

  /** Does nothing for a revoked token. @throws NotFound */
  async revoke(slug: string, id: string): Promise<void> {
    const { id: tenantId } = await this.tenants.find(slug);
    const isKnown = await this.database.asOperatorOf(tenantId, (tx) => revokeToken(tx, id, 'operator'));
    if (!isKnown) throw new NotFound('token');
  }
}
