import { pathStep } from './engine-http.js';
import { type Fields, fieldsOf } from './json.js';
import type { OperatorCalls } from './operator-calls.js';

/** A tenant as the operator API shows it. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly plan: string;
  readonly status: string;
  readonly rateLimit: number | null;
  readonly createdAt: string;
}

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly adminEmail?: string;
}

/** The operator's calls about tenants. */
export class OperatorClient {
  constructor(private readonly calls: OperatorCalls) {}

  createTenant(body: NewTenant): Promise<{ tenant: Tenant; signingSecret: string; adminToken: string }> {
    return this.calls.call('POST', '/tenants', body, (answer) => ({
      tenant: tenantOf(answer.object('tenant')),
      signingSecret: answer.text('signingSecret'),
      adminToken: answer.text('adminToken'),
    }));
  }

  /** All tenants by slug. */
  tenants(): Promise<Tenant[]> {
    return this.calls.all('/tenants', {}, tenantOf);
  }

  changeTenant(slug: string, change: { status: 'active' | 'suspended' }): Promise<Tenant> {
    return this.calls.call('PATCH', `/tenants/${pathStep(slug)}`, change, readTenant);
  }

  rotateSecret(slug: string, graceSeconds: number): Promise<{ signingSecret: string; previousExpiresAt: string | null }> {
    return this.calls.call('POST', `/tenants/${pathStep(slug)}/secrets`, { graceSeconds }, (answer) => ({
      signingSecret: answer.text('signingSecret'),
      previousExpiresAt: answer.textOrNull('previousExpiresAt'),
    }));
  }

  createToken(slug: string, body: { role: string; name: string }): Promise<{ token: string }> {
    return this.calls.call('POST', `/tenants/${pathStep(slug)}/tokens`, body, (answer) => ({ token: answer.text('token') }));
  }

  /** Asks for one tenant, to see whether the token is accepted. */
  async checkToken(): Promise<void> {
    await this.calls.page('/tenants', { limit: '1' }, tenantOf);
  }
}

function tenantOf(value: unknown): Tenant {
  return readTenant(fieldsOf(value));
}

function readTenant(fields: Fields): Tenant {
  return {
    id: fields.text('id'),
    slug: fields.text('slug'),
    name: fields.text('name'),
    plan: fields.text('plan'),
    status: fields.text('status'),
    rateLimit: fields.numberOrNull('rateLimit'),
    createdAt: fields.text('createdAt'),
  };
}
