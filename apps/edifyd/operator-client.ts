import { pathStep } from './engine-http.js';
import { type Fields, fieldsOf } from './json.js';
import type { OperatorCalls } from './operator-calls.js';

/** A tenant in the operator API. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly plan: string;
  readonly status: string;
  readonly rateLimit: number | null;
  readonly signalRetentionMonths: number;
  /** When it is deleted; null: it stays. */
  readonly deletionAt: string | null;
  readonly createdAt: string;
}

/** A signing secret in the operator API. */
export interface Secret {
  readonly id: string;
  /** The system that signs with it. */
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** A token of a program in the operator API. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** What a tenant has used this month. */
export interface Usage {
  readonly plan: string;
  readonly month: string;
  readonly counts: ReadonlyArray<readonly [name: string, count: number]>;
  readonly drafts: { readonly used: number; readonly reserved: number; readonly limit: number };
  readonly tokens: { readonly used: number; readonly limit: number };
}

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly adminEmail?: string;
}

export interface TenantChange {
  readonly status?: 'active' | 'suspended';
  readonly signalRetentionMonths?: number;
  readonly plan?: string;
  readonly rateLimit?: number | null;
}

/** A link that sets a password once. */
export interface PasswordLink {
  readonly token: string;
  readonly url: string;
  readonly expiresAt: string;
}

/** A new tenant with what is shown once. */
export interface CreatedTenant {
  readonly tenant: Tenant;
  readonly signingSecret: string;
  readonly adminToken: string;
  /** Of the first admin, if one was named. */
  readonly invitation?: PasswordLink;
}

/** The operator API of tenants. */
export class OperatorClient {
  constructor(private readonly calls: OperatorCalls) {}

  createTenant(body: NewTenant): Promise<CreatedTenant> {
    return this.calls.call('POST', '/tenants', body, (answer) => ({
      tenant: tenantOf(answer.object('tenant')),
      signingSecret: answer.text('signingSecret'),
      adminToken: answer.text('adminToken'),
      ...(body.adminEmail === undefined ? {} : { invitation: readLink(fieldsOf(answer.object('invitation'))) }),
    }));
  }

  /** All tenants by slug. */
  tenants(): Promise<Tenant[]> {
    return this.calls.all('/tenants', {}, tenantOf);
  }

  changeTenant(slug: string, change: TenantChange): Promise<Tenant> {
    return this.calls.call('PATCH', `/tenants/${pathStep(slug)}`, change, readTenant);
  }

  /** Suspends a tenant, and deletes it after the grace period. @param again the slug, typed again */
  requestDeletion(slug: string, again: string, graceDays: number): Promise<Tenant> {
    const body = { slug: again, graceDays };
    return this.calls.call('POST', `/tenants/${pathStep(slug)}/deletion`, body, readTenant);
  }

  undoDeletion(slug: string): Promise<Tenant> {
    return this.calls.call('DELETE', `/tenants/${pathStep(slug)}/deletion`, undefined, readTenant);
  }

  /** The archive of a tenant, as it arrives. */
  exportTenant(slug: string): Promise<ReadableStream<Uint8Array>> {
    return this.calls.download(`/tenants/${pathStep(slug)}/export`);
  }

  usage(slug: string): Promise<Usage> {
    return this.calls.call('GET', `/tenants/${pathStep(slug)}/usage`, undefined, readUsage);
  }

  /** The tokens of a tenant, newest first. */
  tokens(slug: string): Promise<Token[]> {
    return this.calls.all(`/tenants/${pathStep(slug)}/tokens`, {}, tokenOf);
  }

  revokeToken(slug: string, id: string): Promise<void> {
    return this.calls.send('DELETE', `/tenants/${pathStep(slug)}/tokens/${pathStep(id)}`);
  }

  rotateSecret(
    slug: string,
    graceSeconds: number,
  ): Promise<{ signingSecret: string; previousExpiresAt: string | null }> {
    return this.calls.call('POST', `/tenants/${pathStep(slug)}/secrets`, { graceSeconds }, (answer) => ({
      signingSecret: answer.text('signingSecret'),
      previousExpiresAt: answer.textOrNull('previousExpiresAt'),
    }));
  }

  /** The signing secrets of a tenant, newest first. */
  secrets(slug: string): Promise<Secret[]> {
    return this.calls.all(`/tenants/${pathStep(slug)}/secrets`, {}, secretOf);
  }

  createToken(slug: string, body: { role: string; name: string }): Promise<{ token: string }> {
    return this.calls.call('POST', `/tenants/${pathStep(slug)}/tokens`, body, (answer) => ({
      token: answer.text('token'),
    }));
  }

  /** Makes a user an admin, who can set a password with the link in the response. */
  recoverAdmin(slug: string, email: string): Promise<PasswordLink> {
    return this.calls.call('POST', `/tenants/${pathStep(slug)}/admins`, { email }, readLink);
  }

  /** Requests one tenant, to check whether the token is accepted. */
  async checkToken(): Promise<void> {
    await this.calls.page('/tenants', { limit: '1' }, tenantOf);
  }
}

function tenantOf(value: unknown): Tenant {
  return readTenant(fieldsOf(value));
}

function secretOf(value: unknown): Secret {
  const fields = fieldsOf(value);
  return {
    id: fields.text('id'),
    name: fields.text('name'),
    createdAt: fields.text('createdAt'),
    expiresAt: fields.textOrNull('expiresAt'),
    lastUsedAt: fields.textOrNull('lastUsedAt'),
  };
}

function tokenOf(value: unknown): Token {
  const fields = fieldsOf(value);
  return {
    id: fields.text('id'),
    name: fields.text('name'),
    role: fields.text('role'),
    createdAt: fields.text('createdAt'),
    expiresAt: fields.textOrNull('expiresAt'),
    lastUsedAt: fields.textOrNull('lastUsedAt'),
    revokedAt: fields.textOrNull('revokedAt'),
  };
}

function readLink(fields: Fields): PasswordLink {
  return { token: fields.text('token'), url: fields.text('url'), expiresAt: fields.text('expiresAt') };
}

function readUsage(fields: Fields): Usage {
  const counts = ['signals', 'openNeeds', 'unresolvedNeeds', 'activeWorkers', 'publishedCourses'];
  const [drafts, tokens] = [fieldsOf(fields.object('drafts')), fieldsOf(fields.object('tokens'))];
  return {
    plan: fields.text('plan'),
    month: fields.text('month'),
    counts: counts.map((name) => [name, fields.number(name)]),
    drafts: {
      used: drafts.number('used'),
      reserved: drafts.number('reserved'),
      limit: drafts.number('limit'),
    },
    tokens: { used: tokens.number('used'), limit: tokens.number('limit') },
  };
}

function readTenant(fields: Fields): Tenant {
  return {
    id: fields.text('id'),
    slug: fields.text('slug'),
    name: fields.text('name'),
    plan: fields.text('plan'),
    status: fields.text('status'),
    rateLimit: fields.numberOrNull('rateLimit'),
    signalRetentionMonths: fields.number('signalRetentionMonths'),
    deletionAt: fields.textOrNull('deletionAt'),
    createdAt: fields.text('createdAt'),
  };
}
