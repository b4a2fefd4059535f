import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import { readApiDocuments } from '../harness/api-documents.js';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import { retryUnavailable } from '../harness/retrying-fetch.js';
import type { TestTenant } from '../harness/tenant.js';
import type { AppRoute } from './app-routes.js';
import { CHANGES } from './changes.js';
import { FOREIGN_EXAMPLES } from './foreign-examples.js';
import { type ApiDocument, bodyExample } from './smallest-body.js';
import { uuidsIn } from './uuids-in.js';

const ADMIN = '/engine/v1/admin';
const TENANT_OF_OPERATOR = '/engine/v1/operator/tenants/:slug';
/** How many routes are called at once. */
const PARALLEL = 3;

type Entry = Schemas['AuditEntryView'];

/** A route with the entries that it wrote. */
export interface Audited {
  readonly route: AppRoute;
  readonly entries: readonly Entry[];
  /** What is wrong, with what to do about it. */
  readonly faults: readonly string[];
}

/** `POST /needs/:id/offer`, `PATCH /operator/tenants/:slug`, `PUT /scim/v2/Users/:id` */
export const nameOf = ({ method, path }: AppRoute): string =>
  `${method} ${path.replace(/^\/engine\/(?:v1\/)?(?:admin\/)?/, '/')}`;

/** Calls changing routes, and reads the entries of the audit log that they write. */
export class AuditedCalls {
  private constructor(
    private readonly engine: SharedEngine,
    readonly document: ApiDocument,
  ) {}

  static async of(engine: SharedEngine): Promise<AuditedCalls> {
    return new AuditedCalls(engine, await readApiDocuments<ApiDocument>(engine.url));
  }

  async callAll(routes: readonly AppRoute[]): Promise<Audited[]> {
    const done: Audited[] = [];
    for (let next = 0; next < routes.length; next += PARALLEL)
      done.push(...(await Promise.all(routes.slice(next, next + PARALLEL).map((route) => this.callOrFault(route)))));
    return done;
  }

  private callOrFault(route: AppRoute): Promise<Audited> {
    return this.call(route).catch((error: unknown) => ({ route, entries: [], faults: [String(error)] }));
  }

  /** Calls the route once, in a tenant of its own. */
  async call(route: AppRoute, entryWithinMs?: number): Promise<Audited> {
    const tenant = await this.engine.createTenant();
    const path = await pathIn(tenant, route.path);
    const change = CHANGES[nameOf(route)] ?? bodyExample(this.document, route);
    const known = new Set((await entriesOf(tenant)).map(({ id }) => id));
    const body = typeof change === 'function' ? await change(tenant, path) : change;
    // What prepares the route writes entries, too.
    if (typeof body !== 'number') for (const { id } of await entriesOf(tenant)) known.add(id);
    const status = typeof body === 'number' ? body : await this.send(tenant, route, path, body);
    if (status >= 300)
      return {
        route,
        entries: [],
        faults: [`answers ${status}: add to CHANGES (test/contract/changes.ts) what it needs`],
      };
    const actor = route.access === 'operator' ? /^operator$/ : /^token:/;
    const entries = await newEntries(tenant, actor, known, entryWithinMs);
    if (entries.length === 0)
      return {
        route,
        entries,
        faults: ['writes no entry: call audit(), or add the reason to NOT_HERE of audited-changes.spec.ts'],
      };
    const faults = uuidsIn(entries).map(
      (place) =>
        `${place}: add the kind to libs/tenancy/audit/audit-subject.ts, or the field to public-ids.ts beside it`,
    );
    return { route, entries, faults };
  }

  /** @param path below {@link ADMIN}, or of another API @returns the status */
  private async send(tenant: TestTenant, route: AppRoute, path: string, body?: object): Promise<number> {
    const { method, access } = route;
    if (route.path.startsWith(`${ADMIN}/`)) return (await tenant.admin(method, path, body)).status;
    const token = access === 'operator' ? this.engine.operatorToken : tenant.adminToken;
    const call = {
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    return (await retryUnavailable(nameOf(route), () => httpCall(method, this.engine.url + path, call))).status;
  }
}

async function pathIn(tenant: TestTenant, path: string): Promise<string> {
  const parameter = /:\w+/g;
  let url = path;
  for (let found = parameter.exec(path); found !== null; found = parameter.exec(path)) {
    const prefix = path.slice(0, parameter.lastIndex);
    const make = prefix === TENANT_OF_OPERATOR ? async () => tenant.slug : FOREIGN_EXAMPLES[prefix];
    if (make === undefined)
      throw new Error(`say in FOREIGN_EXAMPLES (test/contract/foreign-examples.ts) how to make one for ${prefix}`);
    url = url.replace(found[0], await make(tenant));
  }
  return url.replace(ADMIN, '');
}

async function entriesOf(tenant: TestTenant): Promise<readonly Entry[]> {
  return (await tenant.api.listAudit({ query: { limit: 200 } })).items;
}

/** A job may write them. Empty: there are none, even after a while. */
async function newEntries(
  tenant: TestTenant,
  by: RegExp,
  known: ReadonlySet<string>,
  withinMs: number | undefined,
): Promise<readonly Entry[]> {
  let found: readonly Entry[] = [];
  await eventually(async () => {
    found = (await entriesOf(tenant)).filter(({ id, actor }) => !known.has(id) && by.test(actor));
    expect(found).not.toEqual([]);
  }, withinMs).catch(() => undefined);
  return found;
}
