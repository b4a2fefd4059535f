import { Injectable } from '@nestjs/common';
import { ids } from '#platform/database';
import type { ChangeTenantBody, CreateTenantBody, CreateTokenBody, CreatedTenant, CreatedToken, RotateSecretBody, RotatedSecret, TenantList, TenantView } from './operator.dto.js';
import type { Tenant } from './tenant.entity.js';
import { TenantsService } from './tenants.service.js';

/** The operator's calls in the shapes of the contract. */
@Injectable()
export class OperatorApi {
  constructor(private readonly tenants: TenantsService) {}

  async create(body: CreateTenantBody): Promise<CreatedTenant> {
    const { tenant, ...secrets } = await this.tenants.create(body);
    return { tenant: view(tenant), ...secrets };
  }

  async list(): Promise<TenantList> {
    return { items: (await this.tenants.list()).map(view), nextCursor: null };
  }

  async change(slug: string, body: ChangeTenantBody): Promise<TenantView> {
    return view(await this.tenants.change(slug, body));
  }

  async rotateSecret(slug: string, { graceSeconds }: RotateSecretBody): Promise<RotatedSecret> {
    const { signingSecret, previousExpiresAt } = await this.tenants.rotateSecret(slug, graceSeconds);
    return { signingSecret, previousExpiresAt: previousExpiresAt?.toISOString() ?? null };
  }

  async createToken(slug: string, { role, name }: CreateTokenBody): Promise<CreatedToken> {
    return { token: await this.tenants.createToken(slug, role, name) };
  }
}

function view({ id, slug, name, plan, status, rateLimit, createdAt }: Tenant): TenantView {
  return { id: ids.show('ten', id), slug, name, plan, status, rateLimit: rateLimit ?? null, createdAt: createdAt.toISOString() };
}
