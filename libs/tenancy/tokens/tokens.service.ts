import { Injectable } from '@nestjs/common';
import { Database, type TenantScope } from '#platform/database';
import { Unauthorized } from '#platform/errors';
import { Tenant } from '../tenants/tenant.entity.js';
import { ApiToken } from './api-token.entity.js';
import type { Role } from './role.js';
import { claimedTenant, tokenHash } from './token.js';

/** Who called, with what right. */
export interface Member extends TenantScope {
  readonly role: Role;
  readonly tokenName: string;
  readonly tenantName: string;
}

@Injectable()
export class TokensService {
  constructor(private readonly database: Database) {}

  /** @throws Unauthorized for what is no token, an unknown or revoked one, or one of a suspended tenant */
  async authenticate(token: string): Promise<Member> {
    const tenantId = claimedTenant(token);
    if (tenantId === null) throw new Unauthorized('this is not an admin token');
    const member = await this.database.inTenants([tenantId], async (tx) => {
      const known = await tx.findOne(ApiToken, { hash: tokenHash(token), revokedAt: null });
      const tenant = known && (await tx.findOne(Tenant, { id: tenantId, status: 'active' }));
      return known && tenant && { known, tenant };
    });
    if (member === null) throw new Unauthorized('the token is unknown or revoked, or its tenant is suspended');
    const { known, tenant } = member;
    return { tenantId, tenantSlug: tenant.slug, tenantName: tenant.name, role: known.role, tokenName: known.name, actor: `token:${known.name}` };
  }
}
