import createFetchClient, { type Middleware } from 'openapi-fetch';
import { ROUTES } from './api.generated.js';
import type { Operation, OperationName, Route } from './operations.js';
import { problemOf } from './problem.js';

export interface ClientOptions {
  /** Where the engine is, `https://engine.example`; '' in a page that comes from there. */
  readonly baseUrl: string;
  /** An admin token, or the operator's. Left out in a browser, which sends the session's cookie. */
  readonly token?: string;
  /** The session's CSRF token, asked for at each call: it is known once somebody has logged in. */
  readonly csrf?: () => string | null;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Every operation of the API as a function of its name. Each throws an `ApiProblem` if the engine refuses. */
export type Client = { readonly [Name in OperationName]: Operation<Name> };

type Parameters = Record<string, unknown>;

/**
 * Any operation, for the library that sends it. The types of the parameters are checked where the operation is called.
 */
interface AnyOperation {
  parameters: { path?: Parameters; query?: Parameters; header?: Parameters };
  requestBody?: { content: { 'application/json': unknown } };
}

type AnyInput = AnyOperation['parameters'] & { body?: unknown; contentType?: string; signal?: AbortSignal };

export function createClient({ baseUrl, token, csrf, fetch }: ClientOptions): Client {
  const http = createFetchClient<Record<string, Record<Route[0], AnyOperation>>>({
    baseUrl,
    fetch,
    querySerializer: { array: { style: 'form', explode: false } },
  });
  http.use(credentials(token, csrf), refusals);

  const call = async (
    [verb, template, form]: Route,
    { path, query, header, body, contentType, signal }: AnyInput = {},
  ): Promise<unknown> => {
    const whole =
      contentType === undefined
        ? form === undefined
          ? {}
          : { bodySerializer: formOf }
        : { headers: { 'content-type': contentType }, bodySerializer: (text: unknown) => text };
    const { response } = await http.request(verb, template, {
      params: { path, query, header },
      body,
      signal,
      parseAs: 'stream',
      ...whole,
    });
    if (response.status === 204) return undefined;
    return isJson(response) ? response.json() : response;
  };
  const operations = Object.entries(ROUTES).map(([name, route]) => [name, (input?: AnyInput) => call(route, input)]);
  return Object.fromEntries(operations) as Client;
}

/** A form of the web: its fields are texts and files. */
function formOf(fields: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields as Record<string, unknown>))
    if (value instanceof Blob) form.set(name, value);
    else if (value !== undefined && value !== null)
      form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return form;
}

function credentials(token: string | undefined, csrf: ClientOptions['csrf']): Middleware {
  return {
    onRequest: ({ request }) => {
      if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
      const csrfToken = csrf?.() ?? null;
      if (csrfToken !== null) request.headers.set('x-csrf-token', csrfToken);
    },
  };
}

const refusals: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await problemOf(response);
  },
};

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') ?? false;
}
