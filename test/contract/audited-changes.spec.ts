import { beforeAll, describe, expect, it } from '@jest/globals';
import { sharedEngine } from '../harness/engine.js';
import { type AppRoute, appRoutes } from './app-routes.js';
import { type Audited, AuditedCalls, nameOf } from './audited-calls.js';
import { bodySchema } from './smallest-body.js';

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
  'POST /scim/v2/.search': COMPUTES,
  'POST /scim/v2/Users/.search': COMPUTES,
  'POST /scim/v2/Groups/.search': COMPUTES,
  'POST /operator/tenants': 'the log of the new tenant has the entry: audit.spec.ts',
  'POST /operator/tenants/:slug/deletion': 'suspends the tenant: edifyd-tenant-offboarding.spec.ts',
  'DELETE /operator/tenants/:slug/deletion': 'needs a requested deletion: edifyd-tenant-offboarding.spec.ts',
  'POST /operator/failures/retry': 'needs a need that failed: failures.spec.ts',
  'POST /operator/failures/jobs/retry': 'needs a job that failed: failed-jobs.spec.ts',
  'POST /operator/secrets/rekey': 'changes no secret, only the key that encrypts it',
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

describe('every changing route', () => {
  let calls: AuditedCalls;
  let audited: readonly Audited[];
  /** Names in NOT_HERE of routes that do not exist any more. */
  let stale: readonly string[];

  beforeAll(async () => {
    const engine = await sharedEngine();
    calls = await AuditedCalls.of(engine);
    const routes = appRoutes(engine.app).filter(({ method, access }) => access !== 'public' && method !== 'GET');
    stale = Object.keys(NOT_HERE).filter((name) => !routes.some((route) => nameOf(route) === name));
    audited = await calls.callAll(routes.filter((route) => !(nameOf(route) in NOT_HERE)));
  }, 600_000);

  it('writes an entry of the audit log, which has public ids', () => {
    expect(audited.length).toBeGreaterThan(80);
    expect(stale).toEqual([]);
    expect(
      audited.flatMap(({ route, faults }) => faults.map((fault) => `${nameOf(route)} ${fault}`)).toSorted(),
    ).toEqual([]);
  });

  it('has entries with each field that it can change', () => {
    const fieldsOf = (route: AppRoute): string[] =>
      Object.keys(bodySchema(calls.document, route.method, route.path)?.properties ?? {});
    const faults = audited
      // The fields of SCIM have other names than those of the worker or group.
      .filter(({ route: { method, path } }) => ['PATCH', 'PUT'].includes(method) && !path.startsWith('/engine/scim/'))
      .flatMap(({ route }) => {
        const recorded = fieldsRecordedAt(route.path.replace(/\/:id$/, ''));
        const others = OTHER_FIELDS[nameOf(route)] ?? {};
        return fieldsOf(route)
          .filter((field) => !recorded.has(field) && !(field in others) && !('*' in others))
          .map(
            (field) =>
              `${nameOf(route)}: no entry has ${field}: add it to what audit() gets, or to OTHER_FIELDS of this spec`,
          );
      });
    expect(faults).toEqual([]);
  });

  it('is reported if it writes no entry', async () => {
    const { faults } = await calls.call(
      { method: 'POST', path: '/engine/v1/admin/topics/match', access: 'viewer' },
      300,
    );
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
