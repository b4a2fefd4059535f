import type { ScimCall } from './scim-call.js';
import { Resources, ScimError } from './scim-schemas.js';

/** The library's description of the API, or one part of it. @throws ScimError */
export async function discovered(kind: 'ServiceProviderConfig' | 'ResourceType' | 'Schema', { base, filter }: ScimCall, id?: string): Promise<object> {
  // So that nobody takes a part for the whole (RFC 7644, section 4).
  if (filter !== undefined) throw new ScimError(403, '', 'what the API says of itself is not filtered');
  const Resource = Resources[kind];
  // Which has one address a process, and is read in one go.
  Resource.basepath(base);
  return new Resource(id).read();
}
