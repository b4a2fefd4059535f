import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import type { ApiTokensQuery, CreateApiTokenBody } from './api-token.dto.js';
import { ApiToken } from './api-token.entity.js';
import { type ApiTokenPage, type CreatedApiToken, apiTokenView } from './api-token.view.js';
import { issueToken } from './issue-token.js';
import { revokeToken } from './revoke-token.js';

/** Manages the API tokens of a tenant. A revoked one stays in the list, because the audit log names it. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  list(query: ApiTokensQuery): Promise<ApiTokenPage> {
    return this.database.inTenant(async (tx) => {
      const tokens = await tx.find(
        ApiToken,
        { $and: conditions(query) },
        { orderBy: { id: 'desc' }, limit: query.limit + 1 },
      );
      return pageOf(tokens, query.limit, apiTokenView, ({ id }) => [id]);
    });
  }

  create({ name, role, expiresAt }: CreateApiTokenBody): Promise<CreatedApiToken> {
    return this.database.inTenant(async (tx) => {
      const { row, token } = issueToken(tx, this.scope.tenant, {
        name,
        role,
        ...(typeof expiresAt === 'string' ? { expiresAt: new Date(expiresAt) } : {}),
      });
      await tx.flush();
      return { ...apiTokenView(row), token };
    });
  }

  /** Does nothing for a revoked token. @throws NotFound */
  revoke(id: string): Promise<void> {
    return this.database.inTenant(async (tx) => {
      if (!(await revokeToken(tx, id, this.scope.tenant.actor))) throw new NotFound('token');
    });
  }
}

function conditions({ cursor, active }: ApiTokensQuery): Array<FilterQuery<ApiToken>> {
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  const now = new Date();
  return [
    ...(before === null ? [] : [{ id: { $lt: before } }]),
    ...(active === 'true' ? [{ revokedAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] }] : []),
    ...(active === 'false' ? [{ $or: [{ revokedAt: { $ne: null } }, { expiresAt: { $lte: now } }] }] : []),
  ];
}
