import { ask, pathStep } from './engine-http.js';
import { ShapeError, fieldsOf, parseJson } from './json.js';
import { notTheEngine, problemOf } from './problem.js';

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

interface TenantPage {
  readonly items: Tenant[];
  readonly nextCursor: string | null;
}

const PAGE = 200;

/** The operator API (contract, "Operator API"), its answers checked before anybody uses them. Throws `CommandError` for all that goes wrong. */
export class OperatorClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  createTenant(body: NewTenant): Promise<{ tenant: Tenant; signingSecret: string; adminToken: string }> {
    return this.call('POST', '', body, (answer) => {
      const fields = fieldsOf(answer);
      return { tenant: tenantOf(fields.object('tenant')), signingSecret: fields.text('signingSecret'), adminToken: fields.text('adminToken') };
    });
  }

  /** All tenants by slug, page after page. */
  async tenants(): Promise<Tenant[]> {
    const all: Tenant[] = [];
    let cursor: string | null = null;
    do {
      const page = await this.page(cursor, PAGE);
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  }

  changeTenant(slug: string, change: { status: 'active' | 'suspended' }): Promise<Tenant> {
    return this.call('PATCH', `/${pathStep(slug)}`, change, tenantOf);
  }

  rotateSecret(slug: string, graceSeconds: number): Promise<{ signingSecret: string; previousExpiresAt: string | null }> {
    return this.call('POST', `/${pathStep(slug)}/secrets`, { graceSeconds }, (answer) => {
      const fields = fieldsOf(answer);
      return { signingSecret: fields.text('signingSecret'), previousExpiresAt: fields.textOrNull('previousExpiresAt') };
    });
  }

  createToken(slug: string, body: { role: string; name: string }): Promise<{ token: string }> {
    return this.call('POST', `/${pathStep(slug)}/tokens`, body, (answer) => ({ token: fieldsOf(answer).text('token') }));
  }

  /** Asks for one tenant, to see whether the token is accepted. */
  async checkToken(): Promise<void> {
    await this.page(null, 1);
  }

  private page(cursor: string | null, limit: number): Promise<TenantPage> {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor === null ? {} : { cursor }) });
    return this.call('GET', `?${query}`, undefined, (answer) => {
      const fields = fieldsOf(answer);
      return { items: fields.list('items').map(tenantOf), nextCursor: fields.textOrNull('nextCursor') };
    });
  }

  private async call<T>(method: string, path: string, body: object | undefined, read: (answer: unknown) => T): Promise<T> {
    const answer = await ask(this.url, `/engine/v1/operator/tenants${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status < 200 || answer.status > 299) throw problemOf(this.url, answer);
    try {
      return read(parseJson(answer.text));
    } catch (error) {
      throw error instanceof ShapeError ? notTheEngine(this.url, answer.status) : error;
    }
  }
}

function tenantOf(value: unknown): Tenant {
  const fields = fieldsOf(value);
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
