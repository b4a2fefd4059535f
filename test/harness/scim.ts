import { httpCall } from './http-call.js';
import { retryUnavailable } from './retrying-fetch.js';
import type { TestTenant } from './tenant.js';

export interface ScimResponse {
  readonly status: number;
  readonly type: string | null;
  readonly location: string | null;
  readonly body: Record<string, unknown> & {
    readonly id: string;
    readonly Resources: ReadonlyArray<Record<string, unknown>>;
    readonly totalResults: number;
  };
}

/**
 * The calls of a tenant's identity provider.
 * @param tenant called for each request: a spec creates the tenant before its tests
 */
export function scimOf(tenant: () => TestTenant) {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ScimResponse> => {
    const { url, adminToken } = tenant();
    const sent = {
      headers: {
        authorization: `Bearer ${adminToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    };
    const response = await retryUnavailable(`${method} ${path}`, () =>
      httpCall(method, `${url}/engine/scim/v2${path}`, sent),
    );
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      location: response.headers.get('location'),
      body: text === '' ? null : JSON.parse(text),
    };
  };
  const find = async (path: string, filter: string): Promise<ReadonlyArray<Record<string, unknown>>> =>
    (await call('GET', `${path}?filter=${encodeURIComponent(filter)}`)).body.Resources;
  return {
    call,
    patch: (path: string, ...Operations: object[]): Promise<ScimResponse> =>
      call('PATCH', path, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations }),
    find,
    /** The `userName`s of the users that match a filter. */
    userNames: async (filter: string): Promise<unknown[]> =>
      (await find('/Users', filter)).map(({ userName }) => userName),
    /** Adds a user. @returns the id */
    addUser: async (user: object = ADA): Promise<string> => (await call('POST', '/Users', user)).body.id,
    /** Adds users of these names. @returns their ids */
    addUsers: (...names: string[]): Promise<string[]> =>
      Promise.all(
        names.map(
          async (name) => (await call('POST', '/Users', { userName: `${name}@acme.com`, displayName: name })).body.id,
        ),
      ),
    /** Adds a group with these members. @returns the id */
    addGroup: async (displayName: string, ...ids: string[]): Promise<string> =>
      (await call('POST', '/Groups', { schemas: [GROUP], displayName, members: members(...ids) })).body.id,
    /** The names of the members of a group, in alphabetical order. */
    memberNames: async (id: string): Promise<string[]> =>
      ((await call('GET', `/Groups/${id}`)).body['members'] as Array<{ display: string }>)
        .map(({ display }) => display)
        .toSorted(),
  };
}

export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const READINESS = 'urn:ietf:params:scim:schemas:extension:readiness:2.0:User';

/** Members of a group, as requests name them. */
export const members = (...ids: string[]): object[] => ids.map((value) => ({ value }));

/** A user as Okta sends it. */
export const ADA = {
  schemas: [CORE, ENTERPRISE],
  userName: 'Ada@acme.com',
  externalId: '00u1',
  active: true,
  displayName: 'Ada Lovelace',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [
    { primary: true, value: 'ada@acme.com', type: 'work' },
    { value: 'ada@home.example', type: 'home' },
  ],
  title: 'Engineer',
  locale: 'en-US',
  groups: [],
  password: 'x',
  phoneNumbers: [{ value: '1' }],
  [ENTERPRISE]: { employeeNumber: 'W-1', department: 'Research', manager: { value: '7' } },
};
