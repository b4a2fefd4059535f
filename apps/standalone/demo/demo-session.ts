import { callEngine } from './call-engine.js';

/** A person of the demo tenant, signed in to the admin API. */
export class DemoSession {
  private constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async of(
    url: string,
    tenant: string,
    { email, password }: { readonly email: string; readonly password: string },
  ): Promise<DemoSession> {
    const response = await callEngine("the demo's sign-in", `${url}/engine/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tenant, email, password }),
    });
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const cookie = response.headers
      .getSetCookie()
      .map((text) => text.split(';', 1).join(''))
      .join('; ');
    return new DemoSession(url, { cookie, 'x-csrf-token': csrfToken });
  }

  /** @param path below `/engine/v1/admin` */
  async call<Body = unknown>(method: string, path: string, body?: object): Promise<Body> {
    const response = await callEngine(`${method} ${path} of the demo`, `${this.url}/engine/v1/admin${path}`, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Body;
  }
}
