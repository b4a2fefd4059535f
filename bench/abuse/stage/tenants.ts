import type { TenantAccess } from '../../harness/world.js';

/** The credentials that the attacker needs: none, a token of a role, or a tenant's signing secret. */
export type Credentials = 'nobody' | 'anybody' | 'viewer' | 'author' | 'tenant admin' | 'holder of a signing secret';

/** A tenant and tokens of its roles. */
export interface AttackerTenant extends Pick<TenantAccess, 'slug' | 'signingSecret'> {
  readonly adminToken: string;
  /** Empty unless the attacker is an author. */
  readonly authorToken: string;
  /** Empty unless the attacker is a viewer. */
  readonly viewerToken: string;
}

/** Makes tenants as an operator does. */
export class Operator {
  constructor(
    private readonly port: number,
    private readonly token: string,
  ) {}

  /** @param by who attacks with it */
  async createTenant(slug: string, by: Credentials): Promise<AttackerTenant> {
    const { signingSecret, adminToken } = await this.post<{ signingSecret: string; adminToken: string }>('', {
      slug,
      name: slug,
    });
    const tokenOf = async (role: 'author' | 'viewer'): Promise<string> =>
      by === role ? this.createToken(slug, role) : '';
    const [authorToken, viewerToken] = await Promise.all([tokenOf('author'), tokenOf('viewer')]);
    return { slug, signingSecret, adminToken, authorToken, viewerToken };
  }

  private async createToken(slug: string, role: 'author' | 'viewer'): Promise<string> {
    return (await this.post<{ token: string }>(`/${slug}/tokens`, { role, name: role })).token;
  }

  private async post<Answer>(path: string, body: object): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${this.port}/engine/v1/operator/tenants${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`the operator API answered ${response.status} to ${path}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }
}
