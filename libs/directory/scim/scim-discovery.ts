import type { ScimCall } from './scim-call.js';
import { Resources, Schemas, ScimError } from './scim-schemas.js';

type Kind = 'ServiceProviderConfig' | 'ResourceType' | 'Schema';

/** The library's description of the API, or one part of it. @throws ScimError */
export async function describeApi(kind: Kind, { base, filter }: ScimCall, id?: string): Promise<object> {
  // Required by RFC 7644, section 4.
  if (filter !== undefined) throw new ScimError(403, '', 'the description of the API cannot be filtered');
  // The library would parse the id as a filter.
  if (id !== undefined && !partsOf(kind).includes(id)) throw new ScimError(404, '', `no such ${kind}`);
  const Resource = Resources[kind];
  // The library has one address for the process; this code is synchronous, so nothing else runs between setting and
  // reading it.
  Resource.basepath(base);
  return new Resource(id).read();
}

/** The ids of a kind of description. */
function partsOf(kind: Kind): string[] {
  if (kind === 'Schema') return Schemas.declared().map(({ id }) => id);
  return kind === 'ResourceType' ? Object.keys(Resources.declared()) : [];
}
