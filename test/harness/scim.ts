import type { SharedEngine } from './engine.js';

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

/** A provider's calls: the token, the media type, and the operations of a PATCH. */
export function scimOf(engine: SharedEngine, token: () => string) {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ScimResponse> => {
    const response = await fetch(`${engine.url}/engine/scim/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      location: response.headers.get('location'),
      body: text === '' ? null : JSON.parse(text),
    };
  };
  return {
    call,
    patch: (path: string, ...Operations: object[]): Promise<ScimResponse> =>
      call('PATCH', path, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations }),
    find: async (path: string, filter: string): Promise<ReadonlyArray<Record<string, unknown>>> =>
      (await call('GET', `${path}?filter=${encodeURIComponent(filter)}`)).body.Resources,
  };
}

export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const READINESS = 'urn:ietf:params:scim:schemas:extension:readiness:2.0:User';
