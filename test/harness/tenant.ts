import { createHmac } from 'node:crypto';
import { type Client, type Schemas, createClient } from '#client';
import { ids } from '#platform/database';
import { eventually } from './eventually.js';
import { type HttpCall, httpCall } from './http-call.js';
import { retryUnavailable, retryingFetch } from './retrying-fetch.js';
import { sendStream } from './send-stream.js';

/** The response to the creation of a tenant; the file of the demo tenant's credentials has no `tenant`. */
interface CreatedTenant {
  readonly tenant?: { readonly id: string };
  readonly signingSecret: string;
  readonly adminToken: string;
}

/** The response to an import, or a problem. */
interface ImportResponse {
  readonly status: number;
  readonly body: Schemas['WorkersImportResult'] & { readonly code?: string; readonly detail?: string };
}

/** A tenant with the credentials that were returned when it was created. */
export interface TestTenant {
  /** The UUID, for SQL. */
  readonly id: string;
  readonly slug: string;
  /** The URL of the engine: `http://127.0.0.1:port`. */
  readonly url: string;
  readonly signingSecret: string;
  readonly adminToken: string;
  /** Sends a signed event to the tenant's webhook, like a source system, which sends it again after a 503. */
  send(event: unknown): Promise<Response>;
  /** Sends raw bytes to the webhook, with the correct signature unless `headers` has another. */
  sendRaw(body: string | Buffer, headers?: Record<string, string>): Promise<Response>;
  /** The typed client of the admin API, as an admin. It throws an `ApiProblem` for a refused call. */
  readonly api: Client;
  /** Calls the admin API as an admin, and returns the response unparsed: for files, pages and headers. */
  call(method: string, path: string, call?: HttpCall): Promise<Response>;
  /** Calls the admin API as an admin with any path and body, again after a 503, and parses the JSON of the response. */
  admin<T>(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: T; headers: Headers }>;
  /**
   * Imports a CSV table, or rows of another media type. @param path of the list, with a query: `/workers?dryRun=true`
   */
  importRows(
    path: string,
    rows: string | Uint8Array | ReadableStream<Uint8Array>,
    type?: string,
  ): Promise<ImportResponse>;
  /** Waits until no need is pending, and returns all needs. */
  resolvedNeeds(): Promise<readonly Schemas['NeedView'][]>;
  /** The same tenant, called with another token. */
  as(token: string): TestTenant;
  /** The same tenant at another process. */
  at(url: string): TestTenant;
  /** The same tenant, of which nothing is repeated after a 503: for specs that expect one. */
  readonly once: TestTenant;
}

/** @param repeats false: nothing is repeated after a 503 */
export function tenantOf(url: string, slug: string, created: CreatedTenant, repeats = true): TestTenant {
  const { signingSecret, adminToken, tenant } = created;
  const repeated: typeof retryUnavailable = (name, send) => (repeats ? retryUnavailable(name, send) : send());
  const sendRaw: TestTenant['sendRaw'] = (body, headers = {}) =>
    httpCall('POST', `${url}/engine/v1/integration/${slug}/webhook`, {
      headers: {
        'content-type': 'application/json',
        'x-edifyd-signature': createHmac('sha256', signingSecret).update(body).digest('hex'),
        ...headers,
      },
      body,
    });
  const call: TestTenant['call'] = (method, path, { headers, body } = {}) =>
    httpCall(method, `${url}/engine/v1/admin${path}`, {
      headers: { authorization: `Bearer ${adminToken}`, ...headers },
      body,
    });
  const admin: TestTenant['admin'] = async (method, path, body, headers = {}) => {
    const response = await repeated(`${method} ${path}`, () =>
      call(method, path, {
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
  };
  const importRows: TestTenant['importRows'] = async (path, rows, type = 'text/csv') => {
    const [list, query = ''] = path.split('?');
    const importPath = `${list}/import?${query}`;
    const headers = { 'content-type': type };
    const response = await (rows instanceof ReadableStream
      ? sendStream(`${url}/engine/v1/admin${importPath}`, { authorization: `Bearer ${adminToken}`, ...headers }, rows)
      : call('POST', importPath, { headers, body: rows }));
    return { status: response.status, body: (await response.json()) as ImportResponse['body'] };
  };
  const api = createClient({ baseUrl: url, token: adminToken, fetch: retryingFetch });
  return {
    get id() {
      if (tenant === undefined) throw new Error(`the id of ${slug} is not known`);
      return ids.parse('ten', tenant.id) ?? '';
    },
    slug,
    url,
    signingSecret,
    adminToken,
    api,
    sendRaw,
    call,
    admin,
    importRows,
    as: (token) => tenantOf(url, slug, { ...created, adminToken: token }, repeats),
    at: (other) => tenantOf(other, slug, created, repeats),
    get once() {
      return tenantOf(url, slug, created, false);
    },
    send: (event) => repeated('an event', () => sendRaw(JSON.stringify(event))),
    resolvedNeeds: () =>
      eventually(async () => {
        const { items } = await api.listNeeds({ query: { limit: 200, grouped: 'false', status: ['all'] } });
        if (items.some((need) => need.recommendation.kind === 'pending')) throw new Error('needs are still pending');
        return items;
      }),
  };
}
