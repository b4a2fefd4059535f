import { type Access, ROLES, covers } from '#tenancy';
import { readApiDocuments } from '../harness/api-documents.js';
import type { TestEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';
import type { AppRoute } from './app-routes.js';
import { BODIES, FOREIGN_EXAMPLES } from './foreign-examples.js';
import { type ApiDocument, smallestBody } from './smallest-body.js';

const CALLERS = ['nobody', 'a wrong token', ...ROLES, 'operator'] as const;
type Caller = (typeof CALLERS)[number];

/**
 * How a route answers a caller; `let in`: neither a refusal of the caller nor a failure, whatever it says about the
 * request.
 */
type Verdict = 401 | 403 | 404 | 'let in';

/** @param isAboutForeign whether the URL names something of another tenant */
function verdictFor(access: Access | undefined, caller: Caller, isAboutForeign: boolean): Verdict {
  if (access === undefined) return 403;
  if (access === 'public') return 'let in';
  const mayCome = isAboutForeign ? 404 : 'let in';
  if (access === 'operator') return caller === 'operator' ? mayCome : 401;
  const role = ROLES.find((one) => one === caller);
  if (role === undefined) return 401;
  return covers(role, access) ? mayCome : 403;
}

/** Calls every route as every kind of caller of one tenant, with ids of another tenant. */
export class AccessMatrix {
  private constructor(
    private readonly engine: TestEngine,
    private readonly theirs: TestTenant,
    private readonly document: ApiDocument,
    private readonly tokens: ReadonlyMap<Caller, string>,
    private readonly examples = new Map<string, Promise<string>>(),
  ) {}

  static async of(engine: TestEngine): Promise<AccessMatrix> {
    const ours = await engine.createTenant('ours');
    const theirs = await engine.createTenant('theirs');
    const tokens = new Map<Caller, string>([
      ['a wrong token', 'edt_wrong'],
      ['operator', engine.operatorToken],
    ]);
    for (const role of ROLES) {
      const response = await engine.operator('POST', `/tenants/${ours.slug}/tokens`, { role, name: role });
      tokens.set(role, ((await response.json()) as { token: string }).token);
    }
    const document = await readApiDocuments<ApiDocument>(engine.url);
    return new AccessMatrix(engine, theirs, document, tokens);
  }

  /** The differences between what a route does and what it declares, in words. */
  async faultsOf(route: AppRoute): Promise<string[]> {
    const { access, method, path } = route;
    const url = await this.urlOf(path).catch((error: unknown) => error);
    if (typeof url !== 'string') return [`${method} ${path}: ${String(url)}`];
    const isAboutForeign = path.includes(':');
    const faults: string[] = [];
    for (const caller of CALLERS) {
      const expected = verdictFor(access, caller, isAboutForeign);
      const status = await this.call(route, url, caller);
      const fits =
        expected === 'let in'
          ? status < 500 && (access === 'public' || (status !== 401 && status !== 403))
          : status === expected;
      if (!fits)
        faults.push(
          `${method} ${path} answers ${caller} ${status} instead of ${expected}${status === 422 && isAboutForeign ? ' (name an acceptable body in BODIES)' : ''}`,
        );
    }
    return faults;
  }

  /** The response that the owner of each example gets at its URL, if there is a route that shows it. */
  async seenByOwner(routes: readonly AppRoute[]): Promise<Map<string, { status: number; body: unknown }>> {
    const urls = new Map<string, string>();
    for (const { method, path } of routes)
      if (method === 'GET' && /^\/engine\/v1\/admin\/.*:\w+$/.test(path)) urls.set(path, await this.urlOf(path));
    // Creating one example may change another one until it is resolved.
    await this.theirs.resolvedNeeds();
    const seen = new Map<string, { status: number; body: unknown }>();
    for (const [path, url] of urls) {
      const { status, body } = await this.theirs.admin('GET', url.replace('/engine/v1/admin', ''));
      seen.set(path, { status, body });
    }
    return seen;
  }

  /** The path with an example of the other tenant for each parameter. */
  private async urlOf(path: string): Promise<string> {
    const parameter = /:\w+/g;
    let url = path;
    for (let found = parameter.exec(path); found !== null; found = parameter.exec(path))
      url = url.replace(found[0], await this.exampleAt(path.slice(0, parameter.lastIndex)));
    return url;
  }

  private exampleAt(path: string): Promise<string> {
    const make = FOREIGN_EXAMPLES[path];
    if (make === undefined)
      throw new Error(
        `say in FOREIGN_EXAMPLES (test/contract/foreign-examples.ts) how to make one of another tenant for ${path}`,
      );
    const example = this.examples.get(path) ?? make(this.theirs);
    this.examples.set(path, example);
    return example;
  }

  private async call({ method, path }: AppRoute, url: string, caller: Caller): Promise<number> {
    const token = this.tokens.get(caller);
    // A body for the request with the foreign id: it names nothing foreign, and should change as little as possible.
    const body = path.includes(':')
      ? (BODIES[`${method} ${path}`] ?? smallestBody(this.document, method, path))
      : method === 'GET' || method === 'DELETE'
        ? undefined
        : {};
    const response = await httpCall(method, this.engine.url + url, {
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    // Not read to its end, because an event stream has none.
    await response.body?.cancel();
    return response.status;
  }
}
