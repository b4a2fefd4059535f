import { httpCall } from './http-call.js';
import { retryUnavailable } from './retrying-fetch.js';

export interface BrowserResponse<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export interface Session {
  readonly tenant: { slug: string; name: string };
  readonly user: { id: string; email: string; name: string; role: string };
  readonly csrfToken: string;
}

/**
 * A browser with the console open: it stores cookies and, once logged in, sends the session's CSRF token with every
 * call.
 */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken: string | null = null;

  constructor(
    private readonly url: string,
    /** The client address that a trusted proxy reports (`X-Forwarded-For`). */
    private readonly address: string | null = null,
  ) {}

  async logIn(tenant: string, email: string, password: string): Promise<BrowserResponse<Session>> {
    const answer = await retryUnavailable('a log-in', () =>
      this.call<Session>('POST', '/auth/login', { tenant, email, password }),
    );
    if (answer.status === 200) ({ csrfToken: this.csrfToken } = answer.body);
    return answer;
  }

  /** @param path below `/engine/v1`, or a whole URL */
  async call<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<BrowserResponse<T>> {
    const response = await httpCall(method, path.startsWith('http') ? path : `${this.url}/engine/v1${path}`, {
      headers: {
        ...(this.cookies.size === 0 ? {} : { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }),
        ...(this.csrfToken === null ? {} : { 'x-csrf-token': this.csrfToken }),
        ...(this.address === null ? {} : { 'x-forwarded-for': this.address }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    for (const cookie of response.headers.getSetCookie()) this.take(cookie);
    const { status, headers: received } = response;
    const isJson = /json/.test(received.get('content-type') ?? '');
    return { status, body: (isJson ? await response.json() : await response.text()) as T, headers: received };
  }

  private take(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export const PASSWORD = 'kettle mumble granite 3';
