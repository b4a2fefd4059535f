import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { type DateText, isDay } from '#platform/text';
import { endsOfDays } from '../tenants/time-zone.js';
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

  /** @throws Invalid if the token would expire at once */
  create({ name, role, expiresAt }: CreateApiTokenBody): Promise<CreatedApiToken> {
    return this.database.inTenant(async (tx) => {
      const { row, token } = issueToken(tx, this.scope.tenant, {
        name,
        role,
        ...(typeof expiresAt === 'string' ? { expiresAt: await endOfLife(tx, expiresAt) } : {}),
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

/** A day counts to its end in the tenant's time zone, as in the console. @throws Invalid */
async function endOfLife(tx: TenantTransaction, date: DateText): Promise<Date> {
  const end = isDay(date) ? (await endsOfDays(tx, [date]))(date) : new Date(date);
  if (end.getTime() > Date.now()) return end;
  throw new Invalid([{ field: 'expiresAt', message: 'must be a day or a time in the future, such as 2027-01-31' }]);
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
