import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { audit } from '../audit/audit-log.js';
import type { ApiTokensQuery, CreateApiTokenBody } from './api-token.dto.js';
import { ApiToken } from './api-token.entity.js';
import { type ApiTokenPage, type CreatedApiToken, apiTokenView } from './api-token.view.js';
import { issueToken } from './issue-token.js';

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
      const { actor } = this.scope.tenant;
      if ((await tx.nativeUpdate(ApiToken, { id, revokedAt: null }, { revokedAt: new Date() })) === 0) {
        if ((await tx.count(ApiToken, { id })) === 0) throw new NotFound('token');
        return;
      }
      const { name, role } = await tx.findOneOrFail(ApiToken, { id });
      audit(tx, { actor, action: 'token.revoked', subject: { kind: 'token', id }, before: { name, role } });
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
