import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, ids } from '#platform/database';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import type {
  ChangeTenantBody,
  CreateTenantBody,
  CreateTokenBody,
  CreatedTenant,
  CreatedToken,
  RotateSecretBody,
  RotatedSecret,
  TenantList,
  TenantUsage,
  TenantView,
} from './operator.dto.js';
import { linkView } from '../passwords/password-link.view.js';
import { allowanceOf } from '../tenants/plans.js';
import { Tenant } from '../tenants/tenant.entity.js';
import { type TenantChange, TenantsService } from './tenants.service.js';
import { readUsage } from './usage.js';

/** The operator API in the formats of the contract. */
@Injectable()
export class OperatorApi {
  constructor(
    private readonly tenants: TenantsService,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async create(body: CreateTenantBody): Promise<CreatedTenant> {
    const { tenant, invitation, ...secrets } = await this.tenants.create(body);
    return {
      tenant: tenantView(tenant),
      ...secrets,
      ...(invitation === null ? {} : { invitation: linkView(invitation, this.config.publicUrl) }),
    };
  }

  async list({ cursor, limit }: PageQuery): Promise<TenantList> {
    const [after] = decodeCursor(cursor, ['text']) ?? [null];
    const where = after === null ? {} : { slug: { $gt: after } };
    const rows = await this.database.asOperator((tx) =>
      tx.find(Tenant, where, { orderBy: { slug: 'asc' }, limit: limit + 1 }),
    );
    return pageOf(rows, limit, tenantView, ({ slug }) => [slug]);
  }

  async change(slug: string, body: ChangeTenantBody): Promise<TenantView> {
    return tenantView(await this.tenants.change(slug, givenFields(body)));
  }

  async rotateSecret(slug: string, { graceSeconds }: RotateSecretBody): Promise<RotatedSecret> {
    const { signingSecret, previousExpiresAt } = await this.tenants.rotateSecret(slug, graceSeconds);
    return { signingSecret, previousExpiresAt: previousExpiresAt?.toISOString() ?? null };
  }

  async createToken(slug: string, { role, name }: CreateTokenBody): Promise<CreatedToken> {
    return { token: await this.tenants.createToken(slug, role, name) };
  }

  async usage(slug: string): Promise<TenantUsage> {
    const tenant = await this.tenants.find(slug);
    const { draftsUsed, draftsReserved, tokensUsed, ...counts } = await readUsage(this.database, tenant.id);
    const { drafts, tokens } = allowanceOf(tenant);
    return {
      plan: tenant.plan,
      ...counts,
      drafts: { limit: drafts, used: draftsUsed, reserved: draftsReserved },
      tokens: { limit: tokens, used: tokensUsed },
    };
  }
}

/** An instance of a body's class has every field, undefined if it was omitted; a change has only the given fields. */
function givenFields(body: ChangeTenantBody): TenantChange {
  const { name, plan, draftsPerMonth, tokensPerMonth, status, rateLimit, signalRetentionMonths } = body;
  return {
    ...(name === undefined ? {} : { name }),
    ...(plan === undefined ? {} : { plan }),
    ...(draftsPerMonth === undefined ? {} : { draftsPerMonth }),
    ...(tokensPerMonth === undefined ? {} : { tokensPerMonth }),
    ...(status === undefined ? {} : { status }),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(signalRetentionMonths === undefined ? {} : { signalRetentionMonths }),
  };
}

export function tenantView(tenant: Tenant): TenantView {
  const { id, slug, name, plan, status, rateLimit, signalRetentionMonths, createdAt } = tenant;
  return {
    id: ids.show('ten', id),
    slug,
    name,
    plan,
    draftsPerMonth: tenant.draftsPerMonth ?? null,
    tokensPerMonth: tenant.tokensPerMonth ?? null,
    status,
    rateLimit: rateLimit ?? null,
    signalRetentionMonths,
    deletionAt: tenant.deletionAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
