import type { ScimCall } from './scim-call.js';
import { Resources, Schemas, ScimError } from './scim-schemas.js';

type Kind = 'ServiceProviderConfig' | 'ResourceType' | 'Schema';

/** The library's description of the API, or one part of it. @throws ScimError */
export async function discovered(kind: Kind, { base, filter }: ScimCall, id?: string): Promise<object> {
  // So that nobody takes a part for the whole (RFC 7644, section 4).
  if (filter !== undefined) throw new ScimError(403, '', 'what the API says of itself is not filtered');
  // The library makes a filter of the id.
  if (id !== undefined && !partsOf(kind).includes(id)) throw new ScimError(404, '', `no such ${kind}`);
  const Resource = Resources[kind];
  // Which has one address a process, and is read in one go.
  Resource.basepath(base);
  return new Resource(id).read();
}

/** The ids of what is described. */
function partsOf(kind: Kind): string[] {
  if (kind === 'Schema') return Schemas.declared().map(({ id }) => id);
  return kind === 'ResourceType' ? Object.keys(Resources.declared()) : [];
}
