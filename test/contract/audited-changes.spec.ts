import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { readApiDocument } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { type AppRoute, appRoutes } from './app-routes.js';
import { CHANGES } from './changes.js';
import { FOREIGN_EXAMPLES } from './foreign-examples.js';
import { type ApiDocument, bodyExample, bodySchema } from './smallest-body.js';
import { uuidsIn } from './uuids-in.js';

const ADMIN = '/engine/v1/admin';
/** How many routes are called at once. */
const PARALLEL = 3;

const COMPUTES = 'it computes an answer, and stores nothing';
/** Routes without an audit entry, and routes whose entry another spec tests. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'POST /signal-map/preview': COMPUTES,
  'POST /signals/check': COMPUTES,
  'POST /topics/match': COMPUTES,
  'POST /readiness/check': COMPUTES,
  'POST /signals/test': 'the signal log has the signal, as that of a source system',
  'POST /me/password': 'needs a session: own-password.spec.ts',
  'PUT /oidc': 'needs an identity provider: single-sign-on-settings.spec.ts',
  'DELETE /oidc': 'needs an identity provider: single-sign-on-settings.spec.ts',
  'POST /courses/:id/reviewed': 'needs a newer source document: review-due.spec.ts',
  'POST /courses/import': 'needs a package: course-import.spec.ts',
  'POST /needs/:id/suggestion/accept': 'needs a suggestion: suggestions.spec.ts',
  'POST /needs/:id/suggestion/reject': 'needs a suggestion: suggestions.spec.ts',
  'POST /drafts/:id/approve': 'needs a second person: authoring.spec.ts',
  'POST /drafts/:id/publish': 'needs a second person: authoring.spec.ts',
  'POST /drafts/:id/retry': 'needs a writer that fails: authoring-work.spec.ts',
};

/** Routes whose entries have fields of a body under another name, or not at all. */
const OTHER_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'PATCH /drafts/:id': { '*': 'the entry has `changed`, the names of the changed fields' },
  'PATCH /groups/:id/members': { add: 'the entry has `added`', remove: 'the entry has `removed`' },
  'PATCH /webhooks/:id': {
    url: 'the address may contain a secret: the entry has its `host`',
    enabled: 'the entry has `status`',
  },
};

type Entry = Schemas['AuditEntryView'];

/** A route with the entries that it wrote. */
interface Audited {
  readonly route: AppRoute;
  readonly entries: readonly Entry[];
  /** What is wrong, with what to do about it. */
  readonly faults: readonly string[];
}

const named = ({ method, path }: AppRoute): string => `${method} ${path.replace(ADMIN, '')}`;

describe('every changing route of the admin API', () => {
  let engine: SharedEngine;
  let document: ApiDocument;
  let audited: readonly Audited[];
  /** Names in NOT_HERE of routes that do not exist any more. */
  let stale: readonly string[];

  beforeAll(async () => {
    engine = await sharedEngine();
    document = await readApiDocument<ApiDocument>(engine.url);
    const routes = appRoutes(engine.app).filter(({ method, path }) => path.startsWith(`${ADMIN}/`) && method !== 'GET');
    stale = Object.keys(NOT_HERE).filter((name) => !routes.some((route) => named(route) === name));
    audited = await auditedBy(routes.filter((route) => !(named(route) in NOT_HERE)));
  }, 600_000);

  async function auditedBy(routes: readonly AppRoute[]): Promise<Audited[]> {
    const done: Audited[] = [];
    for (let next = 0; next < routes.length; next += PARALLEL)
      done.push(...(await Promise.all(routes.slice(next, next + PARALLEL).map(callOrFault))));
    return done;
  }

  function callOrFault(route: AppRoute): Promise<Audited> {
    return call(route).catch((error: unknown) => ({ route, entries: [], faults: [String(error)] }));
  }

  /** Calls the route once, in a tenant of its own. */
  async function call(route: AppRoute, entryWithinMs?: number): Promise<Audited> {
    const tenant = await engine.createTenant();
    const path = await pathIn(tenant, route.path);
    const change = CHANGES[named(route)] ?? bodyExample(document, route);
    const known = new Set((await entriesOf(tenant)).map(({ id }) => id));
    const body = typeof change === 'function' ? await change(tenant, path) : change;
    // What prepares the route writes entries, too.
    if (typeof body !== 'number') for (const { id } of await entriesOf(tenant)) known.add(id);
    const status = typeof body === 'number' ? body : (await tenant.admin(route.method, path, body)).status;
    if (status >= 300)
      return {
        route,
        entries: [],
        faults: [`answers ${status}: add to CHANGES (test/contract/changes.ts) what it needs`],
      };
    const entries = await newEntries(tenant, known, entryWithinMs);
    if (entries.length === 0)
      return { route, entries, faults: ['writes no entry: call audit(), or add the reason to NOT_HERE of this spec'] };
    const faults = uuidsIn(entries).map(
      (place) =>
        `${place}: add the kind to libs/tenancy/audit/audit-subject.ts, or the field to public-ids.ts beside it`,
    );
    return { route, entries, faults };
  }

  async function pathIn(tenant: TestTenant, path: string): Promise<string> {
    const parameter = /:\w+/g;
    let url = path;
    for (let found = parameter.exec(path); found !== null; found = parameter.exec(path)) {
      const prefix = path.slice(0, parameter.lastIndex);
      const make = FOREIGN_EXAMPLES[prefix];
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
    known: ReadonlySet<string>,
    withinMs: number | undefined,
  ): Promise<readonly Entry[]> {
    let found: readonly Entry[] = [];
    await eventually(async () => {
      found = (await entriesOf(tenant)).filter(({ id, actor }) => !known.has(id) && actor.startsWith('token:'));
      expect(found).not.toEqual([]);
    }, withinMs).catch(() => undefined);
    return found;
  }

  it('writes an entry of the audit log, which has public ids', () => {
    expect(audited.length).toBeGreaterThan(80);
    expect(stale).toEqual([]);
    expect(
      audited.flatMap(({ route, faults }) => faults.map((fault) => `${named(route)} ${fault}`)).toSorted(),
    ).toEqual([]);
  });

  it('has entries with each field that it can change', () => {
    const fieldsOf = (route: AppRoute): string[] =>
      Object.keys(bodySchema(document, route.method, route.path)?.properties ?? {});
    const faults = audited
      .filter(({ route }) => route.method === 'PATCH' || route.method === 'PUT')
      .flatMap(({ route }) => {
        const recorded = fieldsRecordedAt(route.path.replace(/\/:id$/, ''));
        const others = OTHER_FIELDS[named(route)] ?? {};
        return fieldsOf(route)
          .filter((field) => !recorded.has(field) && !(field in others) && !('*' in others))
          .map(
            (field) =>
              `${named(route)}: no entry has ${field}: add it to what audit() gets, or to OTHER_FIELDS of this spec`,
          );
      });
    expect(faults).toEqual([]);
  });

  it('is reported if it writes no entry', async () => {
    const { faults } = await call({ method: 'POST', path: `${ADMIN}/topics/match`, access: 'viewer' }, 300);
    expect(faults).toEqual([expect.stringContaining('writes no entry')]);
  });

  /** The names of the fields in the entries of a list and its items, before and after their changes. */
  function fieldsRecordedAt(list: string): ReadonlySet<string> {
    const ofList = audited.filter(({ route: { path } }) => path === list || path === `${list}/:id`);
    return new Set(
      ofList.flatMap(({ entries }) => entries.flatMap(({ before, after }) => Object.keys({ ...before, ...after }))),
    );
  }
});
