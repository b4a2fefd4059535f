import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Unauthorized } from '#platform/errors';
import type { Member } from '../guards/member.js';
import { Tenant } from '../tenants/tenant.entity.js';
import { ApiToken } from './api-token.entity.js';
import { claimedTenant, tokenHash } from './token.js';

@Injectable()
export class TokensService {
  constructor(private readonly database: Database) {}

  /** @throws Unauthorized for what is no token, an unknown or revoked one, or one of a suspended tenant */
  async authenticate(token: string): Promise<Member> {
    const tenantId = claimedTenant('api', token);
    if (tenantId === null) throw new Unauthorized('this is not an admin token');
    const member = await this.database.inTenants([tenantId], async (tx) => {
      const known = await tx.findOne(ApiToken, { hash: tokenHash(token), revokedAt: null });
      const tenant = known && (await tx.findOne(Tenant, { id: tenantId, status: 'active' }));
      return known && tenant && { known, tenant };
    });
    if (member === null) throw new Unauthorized('the token is unknown or revoked, or its tenant is suspended');
    const { known, tenant } = member;
    return { id: known.id, tenantId, tenantSlug: tenant.slug, tenantName: tenant.name, role: known.role, name: known.name, actor: `token:${known.name}`, user: null };
  }
}
